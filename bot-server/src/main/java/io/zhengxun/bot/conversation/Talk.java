package io.zhengxun.bot.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the bot remembers of a person's conversation, for minutes.
 *
 * @param running dialogs that wait, the one that goes on last
 * @param failures what was not understood since the last message that was, without names and numbers
 * @param answered what can be rated
 */
record Talk(List<Running> running, List<String> failures, Optional<Answered> answered) {

    static final Talk NEW = new Talk(List.of(), List.of(), Optional.empty());

    /** One that was interrupted twice; an older one is given up. */
    private static final int MOST_RUNNING = 3;

    private static final int LONGEST_FAILURE = 200;

    Talk {
        running = List.copyOf(running);
        failures = List.copyOf(failures);
    }

    Optional<Running> top() {
        return running.isEmpty() ? Optional.empty() : Optional.of(running.get(running.size() - 1));
    }

    /** With another dialog on top; one of its kind that still waits is given up. */
    Talk begun(Running dialog) {
        List<Running> others = running.stream().filter(other -> !other.kind().equals(dialog.kind())).toList();
        int from = Math.max(0, others.size() + 1 - MOST_RUNNING);
        return new Talk(Stream.concat(others.stream().skip(from), Stream.of(dialog)).toList(), List.of(), Optional.empty());
    }

    /** With the dialog on top at another step. */
    Talk goneOn(Running top) {
        return new Talk(Stream.concat(running.stream().limit(running.size() - 1L), Stream.of(top)).toList(), List.of(), answered);
    }

    /** Without the dialog on top. */
    Talk ended() {
        return new Talk(running.subList(0, Math.max(0, running.size() - 1)), List.of(), answered);
    }

    Talk without(String kind) {
        return new Talk(running.stream().filter(dialog -> !dialog.kind().equals(kind)).toList(), List.of(), answered);
    }

    /** What the person wanted to know and a person may have to answer, without names and numbers; may be empty. */
    String unsolved() {
        return failures.isEmpty() ? answered.map(Answered::question).orElse("") : String.join("\n", failures);
    }

    Talk understood() {
        return new Talk(running, List.of(), answered);
    }

    Talk answered(Optional<Answered> last) {
        return new Talk(running, List.of(), last);
    }

    Talk failed(String masked) {
        String bounded = masked.substring(0, Math.min(masked.length(), LONGEST_FAILURE));
        return new Talk(running, Stream.concat(failures.stream(), Stream.of(bounded)).toList(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Talk[%d running, %d failures]".formatted(running.size(), failures.size());
    }
}

package io.zhengxun.bot.conversation;

import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dialog that waits for an answer.
 *
 * @param startedBy how it began, so that it can begin anew
 * @param way every step so far, the present one last; never empty
 */
record Running(Intent startedBy, List<Asked> way) {

    /** No dialog has so many steps; who goes in circles can go back that far. */
    private static final int LONGEST_WAY = 20;

    Running {
        way = List.copyOf(way);
    }

    Asked last() {
        return way.get(way.size() - 1);
    }

    String kind() {
        return last().state().kind();
    }

    Running goneOn(Asked next) {
        if (next.state().equals(last().state())) {
            // What was only asked again, with nothing more given, is no step to go back to.
            return atLast(last().inWordsOf(next));
        }
        int from = Math.max(0, way.size() + 1 - LONGEST_WAY);
        return new Running(startedBy, Stream.concat(way.stream().skip(from), Stream.of(next)).toList());
    }

    /** The present step, in its first words. */
    Running askedAgain() {
        return atLast(last().asAtFirst());
    }

    /** Empty at the first step. */
    Optional<Running> goneBack() {
        return isAtFirstStep() ? Optional.empty() : Optional.of(new Running(startedBy, way.subList(0, way.size() - 1)).askedAgain());
    }

    boolean isAtFirstStep() {
        return way.size() < 2;
    }

    private Running atLast(Asked step) {
        return new Running(startedBy, Stream.concat(way.stream().limit(way.size() - 1L), Stream.of(step)).toList());
    }
}

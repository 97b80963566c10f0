package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.understanding.intent.Intent;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a message is to the dialog that waits: its answer, a question that interrupts it, or neither. A dialog is asked first where any
 * doubt is left, and its answers are never taken for questions.
 */
@Component
class WaitingDialog {

    private final Dialogs dialogs;
    private final MenuWords words;
    private final ConversationText text;

    WaitingDialog(Dialogs dialogs, MenuWords words, ConversationText text) {
        this.dialogs = dialogs;
        this.words = words;
        this.text = text;
    }

    /** A tap on the words by which a dialog begins does not throw away what was given to it. */
    Optional<Outcome> alreadyBegun(Heard heard, Talk talk) {
        return talk.top()
                .filter(top -> heard.certainty() != Heard.Certainty.GUESSED)
                .filter(top -> dialogs.isBegunBy(top, heard.understood().intent()))
                .filter(top -> dialogs.needsMemory(top) && !top.isAtFirstStep() && !isOffered(heard, top))
                .map(top -> dialogs.resumed(talk)
                        .worded(question -> text.of("dialog.under-way", words.of(top.startedBy()), question)));
    }

    /** What the dialog makes of it; empty for what is none of its answers, or when none waits. */
    Optional<Outcome> answered(Heard heard, Talk talk) {
        return talk.top()
                .filter(top -> !interrupts(heard, top))
                .flatMap(top -> dialogs.goneOn(heard.said(), talk)
                        .flatMap(outcome -> isOfNoUse(outcome, top) ? noAnswer(heard, talk, outcome) : Optional.of(outcome)));
    }

    /** Only what is clear and about something else interrupts, and no guess where any text is a fitting answer. */
    private boolean interrupts(Heard heard, Running dialog) {
        return switch (heard.certainty()) {
            case BUTTON -> true;
            case OFFERED_WORDS -> !isOffered(heard, dialog);
            case GUESSED -> !isOffered(heard, dialog)
                    && !dialogs.takesAnyText(dialog)
                    && !Deciding.isShort(heard.text())
                    && !Deciding.isNothingButFields(heard)
                    && !givesWhatIsAskedFor(heard, dialog)
                    && heard.understood().score() >= Deciding.INTERRUPTS
                    && asksSomethingElse(heard, dialog);
        };
    }

    private boolean givesWhatIsAskedFor(Heard heard, Running dialog) {
        return dialogs.takes(dialog, heard.said()) || dialogs.takesFields(dialog) && !heard.understood().fields().isEmpty();
    }

    private static boolean isOffered(Heard heard, Running dialog) {
        String plain = Command.plain(heard.text());
        return Tap.isOffered(dialog.last().question(), heard.text())
                || !plain.isEmpty() && Command.plain(dialog.last().question()).contains(plain);
    }

    private boolean asksSomethingElse(Heard heard, Running dialog) {
        Intent wanted = Deciding.byFields(heard).orElse(heard.understood().intent());
        return Deciding.clear(heard.understood()).isPresent()
                && !MenuWords.NEVER_OFFERED.contains(wanted)
                && !dialogs.isBegunBy(dialog, wanted);
    }

    /** The dialog only asks again. */
    private static boolean isOfNoUse(Outcome outcome, Running dialog) {
        return outcome.talk().top().map(Running::last).map(Asked::state).filter(dialog.last().state()::equals).isPresent();
    }

    /** What the dialog could not use: empty for a question, however short; a pleasantry is no mistake to be pointed out. */
    private Optional<Outcome> noAnswer(Heard heard, Talk talk, Outcome askedAgain) {
        Running dialog = talk.top().orElseThrow();
        if (heard.picture().isPresent() || dialogs.takesAnyText(dialog) || givesWhatIsAskedFor(heard, dialog)) {
            return Optional.of(askedAgain);
        }
        if (Command.givesUp(heard.text())) {
            return Optional.of(dialogs.cancelled(talk));
        }
        if (Deciding.isPleasantry(heard)) {
            return Optional.of(dialogs.resumed(talk)
                    .worded(question -> ConversationText.with(question, text.of("dialog.way-out"))));
        }
        boolean question = !Deciding.isNothingButFields(heard) || heard.understood().fields().accepted().isComplete();
        return question && !isOffered(heard, dialog) && asksSomethingElse(heard, dialog)
                ? Optional.empty()
                : Optional.of(askedAgain);
    }
}

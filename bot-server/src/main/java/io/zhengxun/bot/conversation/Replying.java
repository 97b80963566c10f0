package io.zhengxun.bot.conversation;

import io.zhengxun.bot.binding.ContactBinding;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.bot.handover.HandingOver;
import io.zhengxun.bot.lookup.Subscribing;
import io.zhengxun.bot.unanswered.Unanswered;
import io.zhengxun.understanding.field.Masking;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what a person says to the reply, top to bottom: {@link #reply}. */
@Component
class Replying {

    /** Not understood so often in a row, a person is asked to help. */
    private static final int MOST_FAILURES = 2;

    private final ContactBinding binding;
    private final Subscribing subscribing;
    private final Dialogs dialogs;
    private final WaitingDialog waiting;
    private final HandingOver handing;
    private final Answering answering;
    private final Unanswered unanswered;
    private final MenuWords words;
    private final ConversationText text;

    Replying(
            ContactBinding binding,
            Subscribing subscribing,
            Dialogs dialogs,
            WaitingDialog waiting,
            HandingOver handing,
            Answering answering,
            Unanswered unanswered,
            MenuWords words,
            ConversationText text) {
        this.binding = binding;
        this.subscribing = subscribing;
        this.dialogs = dialogs;
        this.waiting = waiting;
        this.handing = handing;
        this.answering = answering;
        this.unanswered = unanswered;
        this.words = words;
        this.text = text;
    }

    Outcome reply(Heard heard, Talk talk) {
        return wish(heard, talk)
                .or(() -> command(heard, talk))
                .or(() -> wordsForAPerson(heard, talk))
                .or(() -> waiting.alreadyBegun(heard, talk))
                .or(() -> waiting.answered(heard, talk))
                .or(() -> unreadable(heard, talk))
                .or(() -> fields(heard, talk))
                .or(() -> clearIntent(heard, talk))
                .or(() -> waitingForStaff(heard, talk))
                .or(() -> unknownNumber(heard, talk))
                .or(() -> closeIntents(heard, talk))
                .orElseGet(() -> notUnderstood(heard, talk));
    }

    private Optional<Outcome> wish(Heard heard, Talk talk) {
        return binding.toText(heard.user(), heard.text())
                .or(() -> subscribing.answer(heard.user(), heard.text()))
                .map(reply -> new Outcome(reply, talk.understood()));
    }

    private Optional<Outcome> command(Heard heard, Talk talk) {
        return Command.read(heard.text())
                // What the dialog itself offers is its answer.
                .filter(command -> talk.top().isEmpty() || !Tap.isOffered(talk.top().get().last().question(), heard.text()))
                .map(command -> switch (command) {
                    case BACK -> dialogs.goneBack(talk);
                    case CANCEL -> dialogs.cancelled(talk);
                    case RESTART -> dialogs.begunAnew(heard.user(), talk);
                    case RESUME -> dialogs.resumed(talk);
                    case HUMAN -> handedOver(heard, talk);
                    case HELP -> new Outcome(text.of("help"), talk.understood());
                    case USEFUL -> answering.rated(heard.user(), talk, true);
                    case USELESS -> answering.rated(heard.user(), talk, false);
                });
    }

    /** Who has said what about, or insists, is not asked for it. */
    private Outcome handedOver(Heard heard, Talk talk) {
        boolean insists = talk.top().filter(top -> dialogs.isBegunBy(top, Intent.HUMAN)).isPresent();
        String summary = talk.unsolved();
        if (summary.isEmpty() && !insists && dialogs.canBegin(Intent.HUMAN)) {
            return dialogs.begun(Intent.HUMAN, Heard.nothingBut(heard.user(), Intent.HUMAN), talk);
        }
        Talk rest = insists ? talk.ended() : talk;
        return new Outcome(handing.handOver(heard.user(), summary), rest.answered(Optional.empty()));
    }

    /** 转人工，我的证书一直查不到: the question is for staff, whatever it is about. */
    private Optional<Outcome> wordsForAPerson(Heard heard, Talk talk) {
        boolean fits = Command.begins(heard.text(), Command.HUMAN) && !talk.top().map(dialogs::takesAnyText).orElse(false);
        return fits && dialogs.canBegin(Intent.HUMAN)
                ? Optional.of(dialogs.begun(Intent.HUMAN, heard.said(), talk))
                : Optional.empty();
    }

    /** Emoji, signs, control characters: nothing that could be understood, and no reason to call a person. */
    private Optional<Outcome> unreadable(Heard heard, Talk talk) {
        boolean readable = heard.certainty() != Heard.Certainty.GUESSED || !Command.plain(heard.text()).isEmpty();
        if (readable) {
            return Optional.empty();
        }
        return Optional.of(new Outcome(text.of(heard.picture().isPresent() ? "other-type" : "unreadable"), talk));
    }

    private Optional<Outcome> fields(Heard heard, Talk talk) {
        return Deciding.byFields(heard)
                .filter(dialogs::canBegin)
                .map(intent -> dialogs.begun(intent, heard.said(), talk));
    }

    private Optional<Outcome> clearIntent(Heard heard, Talk talk) {
        return Deciding.clear(heard.understood())
                .filter(intent -> intent != Intent.OUT_OF_SCOPE)
                .map(intent -> dialogs.canBegin(intent, heard.said())
                        ? dialogs.begun(intent, heard.said(), talk)
                        : answering.answered(intent, heard, talk));
    }

    /** Whoever waits for staff and asks nothing clear has more to say to them. */
    private Optional<Outcome> waitingForStaff(Heard heard, Talk talk) {
        return handing.add(heard.user(), heard.text()).map(reply -> new Outcome(reply, talk.understood()));
    }

    /** Digits that are no number of ours; who gives them looks for a certificate. */
    private Optional<Outcome> unknownNumber(Heard heard, Talk talk) {
        return Deciding.isUnknownNumber(heard)
                ? Optional.of(new Outcome(text.of("unknown-number"), talk.understood()))
                : Optional.empty();
    }

    private Optional<Outcome> closeIntents(Heard heard, Talk talk) {
        List<Intent> close = Deciding.clear(heard.understood()).isPresent() ? List.of() : Deciding.close(heard.understood());
        if (close.isEmpty()) {
            return Optional.empty();
        }
        collect(heard);
        String offer = close.size() == 1 ? "close.one" : "close";
        return Optional.of(new Outcome(text.of(offer, words.taps(close)), talk.understood()));
    }

    private Outcome notUnderstood(Heard heard, Talk talk) {
        collect(heard);
        Talk failed = talk.failed(Masking.mask(heard.text()));
        if (failed.failures().size() < MOST_FAILURES) {
            return new Outcome(answering.outOfScope(), failed);
        }
        String summary = String.join("\n", failed.failures());
        return new Outcome(text.of("handed-over", handing.handOver(heard.user(), summary)), talk.understood());
    }

    /** For staff to see, without names and numbers, what people ask that is not understood. */
    private void collect(Heard heard) {
        unanswered.collect(heard.text(), heard.understood().intent().code(), heard.understood().score());
    }
}

package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins the guided dialogs of all rooms, lets them go on and back, and ends them. */
@Component
class Dialogs {

    private final Map<String, GuidedDialog> byKind = new HashMap<>();
    private final Map<Intent, GuidedDialog> byIntent = new EnumMap<>(Intent.class);
    private final ConversationText text;

    /** @throws IllegalStateException when two dialogs have the same kind or begin by the same intent */
    Dialogs(List<GuidedDialog> all, ConversationText text) {
        this.text = text;
        for (GuidedDialog dialog : all) {
            requireNew(byKind.put(dialog.kind(), dialog), dialog.kind());
            dialog.startedBy().forEach(intent -> requireNew(byIntent.put(intent, dialog), intent));
        }
    }

    boolean canBegin(Intent intent) {
        return byIntent.containsKey(intent);
    }

    boolean canBegin(Intent intent, Said said) {
        return canBegin(intent) && byIntent.get(intent).suits(said);
    }

    /** The intent of a dialog that is called by its name. */
    Optional<Intent> namedBy(String typed) {
        return byIntent.entrySet().stream()
                .filter(entry -> entry.getValue().isNamedBy(typed))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** @param intent of a dialog: {@link #canBegin} */
    Outcome begun(Intent intent, Said said, Talk talk) {
        GuidedDialog dialog = byIntent.get(intent);
        Step step = dialog.begin(said);
        return step.next()
                .map(state -> new Outcome(
                        step.reply(), talk.begun(new Running(intent, List.of(Asked.first(state, step.reply()))))))
                .orElseGet(() -> new Outcome(step.reply(), talk.without(dialog.kind())));
    }

    /** What the dialog on top makes of an answer; empty when none waits. */
    Optional<Outcome> goneOn(Said said, Talk talk) {
        return talk.top().filter(top -> byKind.containsKey(top.kind())).map(top -> {
            Step step = byKind.get(top.kind()).next(top.last().state(), said);
            return step.next()
                    .map(state -> new Outcome(step.reply(), talk.goneOn(top.goneOn(Asked.first(state, step.reply())))))
                    .orElseGet(() -> new Outcome(step.reply(), talk.ended()));
        });
    }

    Outcome goneBack(Talk talk) {
        return talk.top()
                .map(top -> top.goneBack()
                        .map(before -> new Outcome(before.last().question(), talk.goneOn(before)))
                        .orElseGet(() -> again(top, talk).worded(question -> text.of("dialog.first-step", question))))
                .orElseGet(() -> none(talk));
    }

    Outcome cancelled(Talk talk) {
        return talk.top().map(top -> new Outcome(text.of("dialog.cancelled"), talk.ended())).orElseGet(() -> none(talk));
    }

    Outcome begunAnew(OpenId user, Talk talk) {
        return talk.top()
                .filter(top -> byIntent.containsKey(top.startedBy()))
                .map(top -> begun(top.startedBy(), Heard.nothingBut(user, top.startedBy()), talk))
                .orElseGet(() -> none(talk));
    }

    /** Asks again where the conversation was left. */
    Outcome resumed(Talk talk) {
        return talk.top().map(top -> again(top, talk)).orElseGet(() -> none(talk));
    }

    private static Outcome again(Running top, Talk talk) {
        Running asked = top.askedAgain();
        return new Outcome(asked.last().question(), talk.goneOn(asked));
    }

    boolean takesAnyText(Running dialog) {
        GuidedDialog guided = byKind.get(dialog.kind());
        return guided != null && guided.takesAnyText(dialog.last().state());
    }

    boolean takesFields(Running dialog) {
        GuidedDialog guided = byKind.get(dialog.kind());
        return guided != null && guided.takesFields(dialog.last().state());
    }

    boolean takes(Running dialog, Said said) {
        GuidedDialog guided = byKind.get(dialog.kind());
        return guided != null && guided.takes(dialog.last().state(), said);
    }

    /** Whether an intent means just this dialog. */
    boolean isBegunBy(Running dialog, Intent intent) {
        GuidedDialog guided = byIntent.get(intent);
        return guided != null && guided.kind().equals(dialog.kind());
    }

    boolean needsMemory(Running dialog) {
        GuidedDialog guided = byKind.get(dialog.kind());
        return guided == null || guided.needsMemory();
    }

    private Outcome none(Talk talk) {
        return new Outcome(text.of("dialog.none"), talk.understood());
    }

    private static void requireNew(GuidedDialog before, Object name) {
        if (before != null) {
            throw new IllegalStateException("Two guided dialogs for " + name);
        }
    }
}

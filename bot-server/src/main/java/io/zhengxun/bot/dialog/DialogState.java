package io.zhengxun.bot.dialog;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a person is in a dialog. Kept sealed and for minutes only, since it may hold personal data (Q6).
 *
 * @param kind the dialog's {@link GuidedDialog#kind()}
 * @param step a name that the dialog chose
 * @param given what was given so far, by names that the dialog chose
 */
public record DialogState(String kind, String step, Map<String, String> given) {

    public DialogState {
        given = Map.copyOf(given);
    }

    /** The same dialog at another step. */
    public DialogState at(String nextStep) {
        return new DialogState(kind, nextStep, given);
    }

    /** With one more thing given. */
    public DialogState with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(given);
        more.put(name, value);
        return new DialogState(kind, step, more);
    }

    @Override
    public String toString() {
        return "DialogState[%s, %s]".formatted(kind, step);
    }
}

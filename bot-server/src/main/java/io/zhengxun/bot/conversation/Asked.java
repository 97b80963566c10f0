package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.DialogState;

/**
 * A step of a dialog and the words that asked for it, so that it can be gone back to and asked again.
 *
 * @param question as it was asked last
 * @param first as it was asked before any unfitting answer
 */
record Asked(DialogState state, String question, String first) {

    static Asked first(DialogState state, String question) {
        return new Asked(state, question, question);
    }

    /** In other words, after an answer that did not fit. */
    Asked inWordsOf(Asked next) {
        return new Asked(state, next.question(), first);
    }

    Asked asAtFirst() {
        return first(state, first);
    }

    @Override
    public String toString() {
        // A question may repeat what was given (Q6).
        return "Asked[%s]".formatted(state);
    }
}

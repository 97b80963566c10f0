package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.DialogState;

/** A step of a dialog and the words that asked for it, so that it can be gone back to and asked again. */
record Asked(DialogState state, String question) {

    @Override
    public String toString() {
        // A question may repeat what was given (Q6).
        return "Asked[%s]".formatted(state);
    }
}

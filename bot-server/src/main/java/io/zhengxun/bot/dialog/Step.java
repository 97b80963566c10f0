package io.zhengxun.bot.dialog;

import java.util.Optional;

/**
 * What a dialog says, and where it goes on.
 *
 * @param next empty when the dialog has ended
 */
public record Step(String reply, Optional<DialogState> next) {

    public static Step ending(String reply) {
        return new Step(reply, Optional.empty());
    }

    public static Step goingOn(String reply, DialogState next) {
        return new Step(reply, Optional.of(next));
    }
}

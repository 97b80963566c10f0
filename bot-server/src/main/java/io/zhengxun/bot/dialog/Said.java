package io.zhengxun.bot.dialog;

import io.zhengxun.understanding.Understood;
import io.zhengxun.wechat.OpenId;
import java.util.Optional;

/**
 * What a person sent to a dialog.
 *
 * @param text as typed, or as the platform heard it; empty for a picture
 * @param understood its fields and its intent
 * @param picture the platform's media id of a picture
 */
public record Said(OpenId user, String text, Understood understood, Optional<String> picture) {

    @Override
    public String toString() {
        // A text may hold anybody's data (Q6).
        return "Said[%d characters]".formatted(text.length());
    }
}

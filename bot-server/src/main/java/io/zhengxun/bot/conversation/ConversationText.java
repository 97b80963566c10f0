package io.zhengxun.bot.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the conversation itself; they stand in {@code messages/bot.properties}. */
@Component
class ConversationText {

    /** A passive reply holds at most 2048 bytes of UTF-8. */
    private static final int MOST_BYTES = 2048;

    private final MessageSource messages;

    ConversationText(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("bot." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** The reply with something added, if WeChat takes both as one reply; else alone. */
    static String with(String reply, String addition) {
        return (reply + addition).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? reply + addition : reply;
    }
}

package io.zhengxun.bot.conversation;

import io.zhengxun.bot.wechat.InboundMessage;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the bot says to a message. */
@Component
public class Conversation {

    private final MessageSource texts;

    Conversation(MessageSource texts) {
        this.texts = texts;
    }

    /** The reply's text; empty when WeChat is only to be told that the message arrived. */
    public String answer(InboundMessage message) {
        return texts.getMessage("bot.welcome", null, Locale.SIMPLIFIED_CHINESE);
    }
}

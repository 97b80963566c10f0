package io.zhengxun.bot.callback;

import io.zhengxun.bot.wechat.InboundMessage;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told when their message could not be answered, in place of WeChat's own "service unavailable". */
@Component
class Courtesy {

    /** Events by which a person asked for something; to all others WeChat is only told that they arrived. */
    private static final Set<String> ASKING = Set.of("subscribe", "SCAN", "CLICK", "scancode_waitmsg");

    private final MessageSource texts;

    Courtesy(MessageSource texts) {
        this.texts = texts;
    }

    /** All places are taken. */
    String busy(InboundMessage message) {
        return text("bot.callback.busy", message);
    }

    /** The answer was not ready in time. */
    String slow(InboundMessage message) {
        return text("bot.callback.slow", message);
    }

    /** The answer could not be found out. */
    String failed(InboundMessage message) {
        return text("bot.callback.failed", message);
    }

    private String text(String code, InboundMessage message) {
        boolean somebodyWaits = !message.isEvent() || ASKING.contains(message.event());
        return somebodyWaits ? texts.getMessage(code, null, Locale.SIMPLIFIED_CHINESE) : "";
    }
}

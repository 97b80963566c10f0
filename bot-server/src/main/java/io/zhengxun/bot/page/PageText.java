package io.zhengxun.bot.page;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the pages: the messages {@code bot.page.…}. */
@Component
class PageText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;

    PageText(MessageSource messages) {
        this.messages = messages;
    }

    /** @param arguments texts, and numbers, which are shown without separators */
    String of(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage("bot.page." + key, shown, Locale.SIMPLIFIED_CHINESE);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String minute(Instant at) {
        return MINUTE.format(at.atZone(LegalTime.ZONE));
    }
}

package io.zhengxun.bot.handover;

import io.zhengxun.registry.consultation.ConsultationSettings;
import io.zhengxun.registry.consultation.Expected;
import io.zhengxun.registry.consultation.Handed;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the bot says about consultations: the messages {@code bot.handover.*}. */
@Component
class HandoverText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日（EEEE）HH:mm", Locale.SIMPLIFIED_CHINESE).withZone(LegalTime.ZONE);

    private final MessageSource messages;
    private final ConsultationSettings settings;

    HandoverText(MessageSource messages, ConsultationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage("bot.handover." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** That staff have it, and when they answer. */
    String of(Handed handed) {
        String number = handed.consultation().number();
        if (handed.full()) {
            return of("full", number);
        }
        Expected expected = handed.expected();
        String when = MOMENT.format(expected.at());
        if (!handed.fresh()) {
            return of("added", number, moment(expected.at()));
        }
        return expected.openNow()
                ? of("open", number, when)
                : of("later", number, when, hours(), why(expected));
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private String hours() {
        return settings.hours().stream().map(ConsultationSettings.Hours::toString).collect(Collectors.joining("、"));
    }

    /** Which days were left out; shortly, and empty if none was. */
    private String why(Expected expected) {
        List<String> skipped = new ArrayList<>(expected.holidays());
        if (expected.weekend()) {
            skipped.add(0, of("weekend"));
        }
        String days = skipped.isEmpty() ? "" : of("skipped", String.join("、", skipped));
        return expected.provisional() ? days + of("provisional") : days;
    }
}

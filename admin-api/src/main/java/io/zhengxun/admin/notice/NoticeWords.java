package io.zhengxun.admin.notice;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.desk.LifeEvent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in Chinese what became of notices: answers "why did I not get it?". */
@Component
class NoticeWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final MessageSource messages;

    NoticeWords(MessageSource messages) {
        this.messages = messages;
    }

    String kind(NoticeKind kind) {
        return text("notice.kind." + kind);
    }

    String channel(Channel channel) {
        return channel == null ? null : text("notice.channel." + channel);
    }

    String state(Enum<?> state) {
        return text("notice.state." + state);
    }

    /**
     * What a code means; WeChat's own numbers stand behind the words, since its help is searched by them. Of two words like
     * {@code RECIPIENT 40003} the second says more. Null for no code; the code itself if nobody put it into words.
     */
    String cause(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String whole = words(code.strip());
        if (whole != null) {
            return whole;
        }
        String[] parts = code.strip().split(" ", 2);
        String second = parts.length == 2 ? words(parts[1]) : null;
        String first = words(parts[0]);
        if (second != null || first == null) {
            return second == null ? code.strip() : second;
        }
        return parts.length == 2 ? text("notice.code", first, parts[1]) : first;
    }

    private String words(String code) {
        String key = "notice.code." + code.replaceAll("[^A-Za-z0-9-]+", "_");
        String words = messages.getMessage(key, null, "", Locale.SIMPLIFIED_CHINESE);
        if (words.isEmpty()) {
            return null;
        }
        return code.matches("-?[0-9]+") ? text("notice.code", words, code) : words;
    }

    String sentence(LifeEvent event) {
        return switch (event.type()) {
            case WRITTEN -> text(event.channel() == null ? "notice.life.WRITTEN.nobody" : "notice.life.WRITTEN",
                    kind(NoticeKind.valueOf(event.code())), or(channel(event.channel())));
            case ATTEMPT -> known("notice.attempt." + event.code(), "notice.attempt",
                    channel(event.channel()), or(cause(event.detail())), event.code());
            case REPORT -> text("notice.report." + event.code(), channel(event.channel()), or(cause(event.detail())));
            case DECISION -> decision(event);
        };
    }

    private String decision(LifeEvent event) {
        String detail = event.detail().strip();
        String[] parts = detail.split("\\s+", 3);
        String rest = detail.replaceFirst("^\\S+\\s*", "");
        String last = detail.replaceFirst("^.*\\s", "");
        String before = detail.substring(0, detail.length() - last.length());
        return known(
                "notice.decision." + event.code(),
                "notice.decision",
                word(parts[0]),
                parts.length > 1 ? word(parts[1]) : "",
                parts.length > 2 ? word(parts[2]) : "",
                detail.isEmpty() ? event.code() : detail,
                rest,
                rest.isEmpty() ? "" : text("notice.because", cause(rest)),
                word(last),
                or(cause(before)),
                or(cause(detail)));
    }

    /** A channel, a time or a code, as people call it. */
    private String word(String part) {
        if (Arrays.stream(Channel.values()).anyMatch(channel -> channel.name().equals(part))) {
            return channel(Channel.valueOf(part));
        }
        try {
            return MINUTE.format(Instant.parse(part).atZone(LegalTime.ZONE));
        } catch (DateTimeParseException e) {
            return or(cause(part));
        }
    }

    /** A sentence that says the code itself stands for what a newer release of the notifier may decide. */
    private String known(String key, String otherwise, Object... arguments) {
        String sentence = messages.getMessage(key, arguments, "", Locale.SIMPLIFIED_CHINESE);
        return sentence.isEmpty() ? text(otherwise, arguments) : sentence;
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

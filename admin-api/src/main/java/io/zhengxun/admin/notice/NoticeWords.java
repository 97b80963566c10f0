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

    /** Words of a decision's detail that sentences name one by one; then come the whole, and all behind the first. */
    private static final int PLACES = 3;
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

    /** What a code means, with the code behind it; the code itself if nobody put it into words. Null for none. */
    String cause(String code) {
        if (code == null || code.isEmpty()) {
            return null;
        }
        String words = messages.getMessage("notice.code." + code, null, "", Locale.SIMPLIFIED_CHINESE);
        if (words.isEmpty()) {
            return code;
        }
        // Names of ours say nothing more; numbers are the platform's, by which its help is searched.
        return code.matches("[0-9-]+") ? text("notice.code", words, code) : words;
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
        Object[] arguments = new Object[PLACES + 2];
        String[] parts = event.detail().isEmpty() ? new String[0] : event.detail().split("[,，\\s]+", PLACES);
        for (int place = 0; place < PLACES; place++) {
            arguments[place] = place < parts.length ? word(parts[place]) : "";
        }
        arguments[PLACES] = event.detail();
        arguments[PLACES + 1] = event.detail().replaceFirst("^\\S*\\s*", "");
        return known("notice.decision." + event.code(), "notice.decision", arguments);
    }

    /** A channel, a time or a code, as people call it. */
    private String word(String part) {
        if (Arrays.stream(Channel.values()).anyMatch(channel -> channel.name().equals(part))) {
            return channel(Channel.valueOf(part));
        }
        try {
            return MINUTE.format(Instant.parse(part).atZone(LegalTime.ZONE));
        } catch (DateTimeParseException e) {
            return cause(part);
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

package io.zhengxun.admin.notice;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.desk.LifeEvent;
import io.zhengxun.registry.notice.desk.NoticeFilter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in Chinese what became of notices: answers "why did I not get it?". */
@Component
class NoticeWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    /** Codes that are not ours: a number, an HTTP or SMTP status, a provider's, the class of an error. */
    private static final Pattern FOREIGN =
            Pattern.compile("-?[0-9]+|(HTTP|SMTP) [0-9]+|[A-Za-z]+\\.[A-Za-z0-9_.-]+|[A-Z][a-z]+[A-Z][A-Za-z]+");
    private static final Pattern FAILURE = Pattern.compile("[A-Z][A-Za-z]+(Exception|Error)");

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
     * What a code means; the code of a platform or server stands behind the words, since its help is searched by it. Of two
     * words like {@code RECIPIENT 40003} the second says more. Null for no code.
     */
    String cause(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String known = known(code.strip());
        return known == null ? text("notice.code.other", code.strip()) : known;
    }

    private String known(String code) {
        String whole = words(code);
        if (whole != null) {
            return whole;
        }
        String[] parts = code.split(" ", 2);
        String second = parts.length == 2 ? known(parts[1]) : null;
        String first = words(parts[0]);
        if (second != null || first == null || parts.length == 1) {
            return second == null ? first : second;
        }
        return text("notice.code", first, parts[1]);
    }

    private String words(String code) {
        String words = message("notice.code." + code.replaceAll("[^A-Za-z0-9-]+", "_"));
        if (words.isEmpty() && FOREIGN.matcher(code).matches()) {
            words = ofForeign(code);
        }
        if (words.isEmpty()) {
            return null;
        }
        return FOREIGN.matcher(code).matches() ? text("notice.code", words, code) : words;
    }

    /** A provider's code by its longest beginning that has words, as its class is found (isv.MOBILE_NUMBER_ILLEGAL). */
    private String ofForeign(String code) {
        if (FAILURE.matcher(code).matches()) {
            return text("notice.code.failure");
        }
        return IntStream.range(1, code.length())
                .mapToObj(cut -> code.substring(0, code.length() - cut))
                .map(beginning -> message("notice.code." + beginning.replaceAll("[^A-Za-z0-9-]+", "_")))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String message(String key) {
        return messages.getMessage(key, null, "", Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * What a person can do about a notice that stays where it is; null where nothing is to be done.
     *
     * @param cause as the notice has it
     */
    String advice(NoticeState state, String cause) {
        if (!NoticeFilter.WORK.contains(state)) {
            return null;
        }
        String[] parts = cause.split(" ", 2);
        return Stream.of(cause, parts[parts.length - 1], parts[0])
                .map(code -> message("notice.advice." + code.replaceAll("[^A-Za-z0-9-]+", "_")))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> text("notice.advice." + state));
    }

    /** @param who decided it, as the reader may know them; empty for what nobody in person did */
    String sentence(LifeEvent event, String who) {
        return switch (event.type()) {
            case WRITTEN -> event.code().equals(LifeEvent.LEFT_OUT) ? text("notice.life.LEFT_OUT", channel(event.channel()))
                    : text(event.channel() == null ? "notice.life.WRITTEN.nobody" : "notice.life.WRITTEN",
                    kind(NoticeKind.valueOf(event.code())), or(channel(event.channel())));
            case ATTEMPT -> said("notice.attempt." + event.code(), "notice.attempt",
                    channel(event.channel()), or(cause(event.detail())), event.code());
            case REPORT -> text("notice.report." + event.code(), channel(event.channel()), or(cause(event.detail())));
            case DECISION -> decision(event, who);
        };
    }

    private String decision(LifeEvent event, String who) {
        String detail = event.detail().strip();
        String[] parts = detail.split("\\s+", 3);
        String rest = detail.replaceFirst("^\\S+\\s*", "");
        String last = detail.replaceFirst("^.*\\s", "");
        String before = detail.substring(0, detail.length() - last.length());
        return said(
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
                or(cause(detail)),
                who.isEmpty() ? text("notice.by.system") : who,
                event.code());
    }

    /** A channel, a time, a number or a code, as people call it. */
    private String word(String part) {
        if (part.matches("\\d{1,4}")) {
            return part;
        }
        if (Arrays.stream(Channel.values()).anyMatch(channel -> channel.name().equals(part))) {
            return channel(Channel.valueOf(part));
        }
        try {
            return MINUTE.format(Instant.parse(part).atZone(LegalTime.ZONE));
        } catch (DateTimeParseException e) {
            return or(cause(part));
        }
    }

    /** A sentence of its own, which names the code, for what a newer release of the notifier may decide. */
    private String said(String key, String otherwise, Object... arguments) {
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

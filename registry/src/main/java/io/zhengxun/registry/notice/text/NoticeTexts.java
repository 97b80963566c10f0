package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts notices into words: the messages {@code notice.text.<kind>.title}, {@code .state}, {@code .subject}, {@code .body}
 * and {@code .sms}, whose arguments are the facts in the order of {@link NoticeFacts}. A fact that is missing is worded
 * neutrally ({@code notice.text.missing}): a notice that says a little less is better than none.
 */
@Component
public class NoticeTexts {

    /** Names of values that come from the wordings, not from facts. */
    static final String TITLE = "title";
    static final String STATE = "state";

    private final MessageSource messages;

    public NoticeTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param facts of the notice; those that the kind does not know are ignored */
    public NoticeText of(NoticeKind kind, Map<String, String> facts) {
        Map<String, NoticeValue> values = new LinkedHashMap<>();
        NoticeFacts.of(kind)
                .forEach(fact -> values.put(fact.name(), NoticeValue.of(fact.type(), facts.get(fact.name()))));
        Object[] arguments = values.values().stream().map(this::shown).toArray();
        String title = text(kind, TITLE);
        values.put(TITLE, NoticeValue.of(NoticeValue.Type.WORDS, title));
        values.put(STATE, NoticeValue.of(NoticeValue.Type.PHRASE, text(kind, STATE)));
        return new NoticeText(
                kind,
                title,
                text(kind, "subject", arguments),
                text(kind, "body", arguments),
                text(kind, "sms", arguments),
                values);
    }

    private String shown(NoticeValue value) {
        return value.isMissing() ? messages.getMessage("notice.text.missing", null, Locale.ROOT) : value.shown();
    }

    private String text(NoticeKind kind, String part, Object... arguments) {
        return messages.getMessage("notice.text." + kind + "." + part, arguments, Locale.ROOT);
    }
}

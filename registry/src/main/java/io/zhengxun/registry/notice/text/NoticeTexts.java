package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts notices into words: the messages {@code notice.text.<kind>.title}, {@code .state}, {@code .subject}, {@code .body}
 * and {@code .sms}, whose arguments are the facts in the order of {@link NoticeFacts}. A fact that is missing is worded
 * neutrally ({@code notice.text.missing}): a notice that says a little less is better than none. One that may be missing has a
 * wording of its own ({@code .<fact>.none}).
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
        List<String> arguments = new ArrayList<>();
        for (NoticeFacts.Fact fact : NoticeFacts.of(kind)) {
            NoticeValue value = value(kind, fact, facts.get(fact.name()));
            values.put(fact.name(), value);
            arguments.add(value.isMissing() ? text("missing") : value.shown());
        }
        String title = text(kind, TITLE);
        values.put(TITLE, NoticeValue.of(NoticeValue.Type.WORDS, title));
        values.put(STATE, NoticeValue.of(NoticeValue.Type.PHRASE, text(kind, STATE)));
        return new NoticeText(
                kind,
                title,
                text(kind, "subject", arguments.toArray()),
                text(kind, "body", arguments.toArray()),
                text(kind, "sms", arguments.toArray()),
                values);
    }

    /**
     * The whole of an e-mail: the body, where to read more, and that nobody reads answers.
     *
     * @param link of the notice's page; empty for none
     */
    public String mail(NoticeText text, String link) {
        String more = link.isEmpty() ? "" : "\n\n" + text("link", link);
        return text.body() + more + "\n\n" + text("foot");
    }

    private NoticeValue value(NoticeKind kind, NoticeFacts.Fact fact, String given) {
        NoticeValue value = NoticeValue.of(fact.type(), given);
        return value.isMissing() && fact.optional()
                ? NoticeValue.of(NoticeValue.Type.WORDS, text(kind, fact.name() + ".none"))
                : value;
    }

    private String text(NoticeKind kind, String part, Object... arguments) {
        return text(kind + "." + part, arguments);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage("notice.text." + code, arguments, Locale.ROOT);
    }
}

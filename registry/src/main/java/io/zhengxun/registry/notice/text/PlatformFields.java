package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a platform's template, filled so that the platform takes them (wechat-platform.md 6.4). A mapping names,
 * for each key of the template ({@code thing1}, {@code date2}…), one of our values ({@code institution}, {@code dueOn},
 * {@code title}…) or a constant ({@code =请尽快处理}).
 */
public final class PlatformFields {

    private static final Pattern KEY = Pattern.compile("([a-z_]+)([0-9]{1,4})");
    private static final String CONSTANT = "=";

    private PlatformFields() {}

    /**
     * The values by the platform's keys.
     *
     * @param mapping one in which {@link #flaws} finds nothing
     * @return empty if the notice lacks a fact for a field that has no neutral word: it cannot be told by this template
     */
    public static Map<String, String> of(NoticeText text, Map<String, String> mapping) {
        Map<String, String> fields = new LinkedHashMap<>();
        mapping.forEach((key, source) -> fields.put(key, field(key, source, text)));
        return fields.containsValue("") ? Map.of() : fields;
    }

    private static String field(String key, String source, NoticeText text) {
        PlatformType type = type(key).orElse(null);
        if (type == null) {
            return "";
        }
        if (source.startsWith(CONSTANT)) {
            String constant = source.substring(CONSTANT.length());
            return type.allows(constant) ? constant : "";
        }
        NoticeValue value = text.values().get(source);
        return value == null ? "" : type.fit(value);
    }

    /**
     * What is wrong with a mapping, in sentences for whoever configures it; to be asked for at the start.
     *
     * @return empty if every notice of that kind that has its facts can be told with it
     */
    public static List<String> flaws(NoticeKind kind, Map<String, String> mapping) {
        List<String> flaws = new ArrayList<>();
        if (mapping.isEmpty()) {
            flaws.add("The template of " + kind + " has no fields.");
        }
        mapping.forEach((key, source) -> flaw(kind, key, source)
                .ifPresent(flaw -> flaws.add("Field " + key + " of the template of " + kind + ": " + flaw)));
        return flaws;
    }

    private static Optional<String> flaw(NoticeKind kind, String key, String source) {
        Optional<PlatformType> type = type(key);
        if (type.isEmpty()) {
            return Optional.of("its type is unknown; keys are like thing1.");
        }
        if (source.startsWith(CONSTANT)) {
            return type.get().allows(source.substring(CONSTANT.length()))
                    ? Optional.empty()
                    : Optional.of("the platform does not take this constant there.");
        }
        NoticeFacts.Fact value = values(kind).get(source);
        if (value == null) {
            return Optional.of("there is no value " + source + "; there are " + values(kind).keySet() + ".");
        }
        if (!type.get().takes(value.type())) {
            return Optional.of("the platform does not take " + source + " (" + value.type() + ") there.");
        }
        return value.optional() && !type.get().takesNothing()
                ? Optional.of("a notice may lack " + source + ", for which this type has no word; use thing.")
                : Optional.empty();
    }

    static Map<String, NoticeFacts.Fact> values(NoticeKind kind) {
        Map<String, NoticeFacts.Fact> values = new LinkedHashMap<>();
        NoticeFacts.of(kind).forEach(fact -> values.put(fact.name(), fact));
        values.put(NoticeTexts.TITLE, new NoticeFacts.Fact(NoticeTexts.TITLE, NoticeValue.Type.WORDS, false));
        values.put(NoticeTexts.STATE, new NoticeFacts.Fact(NoticeTexts.STATE, NoticeValue.Type.PHRASE, false));
        return values;
    }

    private static Optional<PlatformType> type(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() ? PlatformType.ofPrefix(parts.group(1)) : Optional.empty();
    }
}

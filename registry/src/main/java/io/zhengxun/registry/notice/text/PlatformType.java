package io.zhengxun.registry.notice.text;

import static io.zhengxun.registry.notice.text.NoticeValue.Type.CODE;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.COUNT;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.DAY;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.LAST_DAY;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.PHRASE;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.WORDS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types of a template's fields, named by the prefix of their keys, with what the platform takes in them
 * (wechat-platform.md 6.4; characters are counted as code points). Types whose limits are not published, or whose values
 * a template lists, take constants only, for which who configures them vouches.
 */
enum PlatformType {
    //               of our values                              when missing  what it takes
    THING(           Set.of(WORDS, PHRASE, CODE, COUNT, DAY, LAST_DAY), "无", ".{1,20}"),
    NUMBER(          Set.of(COUNT),                             "",           "[0-9]{1,20}(\\.[0-9]{1,11})?|[0-9]{1,32}"),
    LETTER(          Set.of(),                                  "",           "[A-Za-z]{1,32}"),
    SYMBOL(          Set.of(),                                  "",           "[\\p{P}\\p{S}]{1,5}"),
    CHARACTER_STRING(Set.of(CODE, COUNT, DAY, LAST_DAY),        "-",          "[!-~]{1,32}"),
    TIME(            Set.of(LAST_DAY),                          "",
            "([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 )?([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"),
    DATE(            Set.of(DAY, LAST_DAY),                     "",           "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"),
    AMOUNT(          Set.of(),                                  "",           "[¥￥$€]?[0-9]{1,10}(\\.[0-9]{1,2})?元?"),
    PHONE_NUMBER(    Set.of(),                                  "",           "[0-9+() -]{1,17}"),
    CAR_NUMBER(      Set.of(),                                  "",           "[\\p{IsHan}A-Z0-9][A-Z0-9]{0,6}[\\p{IsHan}A-Z0-9]"),
    NAME(            Set.of(WORDS, PHRASE),                     "无",
            "[\\p{L}\\p{M}\\p{P}\\p{S} ]{1,10}|[[\\p{L}\\p{M}\\p{P}\\p{S} ]&&[^\\p{IsHan}]]{1,20}"),
    PHRASE_(         Set.of(PHRASE),                            "无",         "\\p{IsHan}{1,5}"),
    ENUM(            Set.of(),                                  "",           ".{1,20}"),
    CONST(           Set.of(),                                  "",           ".{1,20}"),
    SHORT_THING(     Set.of(),                                  "",           ".{1,20}");

    private static final int THING_LENGTH = 20;
    private static final int CHINESE_NAME = 10;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMERAL = Pattern.compile("\\p{N}");

    private final Set<NoticeValue.Type> values;
    private final String neutral;
    private final Pattern rule;

    PlatformType(Set<NoticeValue.Type> values, String neutral, String rule) {
        this.values = values;
        this.neutral = neutral;
        this.rule = Pattern.compile(rule);
    }

    /** The prefix of the keys. */
    String prefix() {
        return this == PHRASE_ ? "phrase" : name().toLowerCase(Locale.ROOT);
    }

    static Optional<PlatformType> ofPrefix(String prefix) {
        return Arrays.stream(values()).filter(type -> type.prefix().equals(prefix)).findFirst();
    }

    /** Whether values of that type can be put into it at all. */
    boolean takes(NoticeValue.Type type) {
        return values.contains(type);
    }

    /** Whether it has a word for what is missing. */
    boolean takesNothing() {
        return !neutral.isEmpty();
    }

    /** Whether the platform takes exactly this text. */
    boolean allows(String text) {
        return text.equals(Words.clean(text)) && rule.matcher(text).matches();
    }

    /** As the platform takes it; the neutral word for what is missing or does not fit; empty if there is none. */
    String fit(NoticeValue value) {
        String fitting = value.isMissing() || !takes(value.type()) ? "" : attempt(value);
        return allows(fitting) ? fitting : neutral;
    }

    private String attempt(NoticeValue value) {
        return switch (this) {
            case THING -> thing(value);
            case NUMBER, DATE, PHRASE_ -> value.shown();
            case CHARACTER_STRING -> value.fact();
            // The last day ends at 24:00 (T1), which no template takes.
            case TIME -> value.shown() + " 23:59";
            case NAME -> name(value.fact());
            case LETTER, SYMBOL, AMOUNT, PHONE_NUMBER, CAR_NUMBER, ENUM, CONST, SHORT_THING -> "";
        };
    }

    /** Only free text is shortened; of the others nothing may be missing. */
    private static String thing(NoticeValue value) {
        return value.type() == WORDS ? Words.shortened(value.shown(), THING_LENGTH) : value.shown();
    }

    private static String name(String words) {
        String letters = Words.without(token -> NUMERAL.matcher(token).find(), words);
        return Words.shortened(letters, HAN.matcher(letters).find() ? CHINESE_NAME : THING_LENGTH);
    }
}

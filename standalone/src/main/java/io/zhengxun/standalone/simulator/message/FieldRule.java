package io.zhengxun.standalone.simulator.message;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a template's field takes, by the letters of its key (wechat-platform.md 6.4). */
enum FieldRule {
    THING("thing", any(20)),
    NUMBER("number", "(?=(?:\\D*\\d){1,32}\\D*$)[+-]?\\d+(?:\\.\\d+)?"),
    LETTER("letter", "[A-Za-z]{1,32}"),
    SYMBOL("symbol", "[\\p{P}\\p{S}]{1,5}"),
    CHARACTER_STRING("character_string", "[\\x20-\\x7e]{1,32}"),
    TIME("time", range("(?:" + Forms.DAY + " ?)?" + Forms.TIME)),
    DATE("date", range(Forms.DAY + "(?: ?" + Forms.TIME + ")?")),
    AMOUNT("amount", "\\p{Sc}?\\d{1,10}(?:\\.\\d+)?元?"),
    PHONE_NUMBER("phone_number", "[0-9\\p{P}\\p{S}]{1,17}"),
    CAR_NUMBER("car_number", "[\\p{IsHan}A-Za-z0-9](?:[A-Za-z0-9]{0,6}[\\p{IsHan}A-Za-z0-9])?"),
    /** As soon as one character is Chinese all count as Chinese. */
    NAME("name", "[A-Za-z\\p{P}\\p{S} ]{1,20}|(?=.*\\p{IsHan})[\\p{IsHan}A-Za-z\\p{P}\\p{S} ]{1,10}"),
    PHRASE("phrase", "\\p{IsHan}{1,5}"),
    /** Of kinds without a published limit, such as short_thing and const. */
    OTHER("", any(200));

    private static final class Forms {
        private static final String TIME = "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?";
        private static final String DAY = "\\d{4}(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2})";
    }

    private final String prefix;
    private final Pattern form;

    FieldRule(String prefix, String form) {
        this.prefix = prefix;
        this.form = Pattern.compile(form);
    }

    /** The rule of a key such as {@code thing1}. */
    static FieldRule of(String key) {
        String letters = key.replaceFirst("\\d*$", "");
        return Arrays.stream(values()).filter(rule -> rule.prefix.equals(letters)).findFirst().orElse(OTHER);
    }

    /** Neither empty nor with a space at its ends, nor with control characters, and of the kind's form. */
    boolean allows(String value) {
        return !value.isBlank()
                && value.equals(value.strip())
                && value.codePoints().noneMatch(Character::isISOControl)
                && form.matcher(value).matches();
    }

    /** A point of a pattern is a code point: a rare character counts once. */
    private static String any(int most) {
        return ".{1," + most + "}";
    }

    private static String range(String moment) {
        return moment + "(?: ?~ ?" + moment + ")?";
    }
}

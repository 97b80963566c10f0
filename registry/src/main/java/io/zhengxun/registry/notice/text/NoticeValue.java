package io.zhengxun.registry.notice.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that a text tells, by its type.
 *
 * @param fact as the notice holds it; a day as ISO; empty if it is missing or not of the type
 */
public record NoticeValue(Type type, String fact) {

    /** What a value is, which decides into which fields of a template it fits. */
    public enum Type {
        /** Free text, e.g. a name; may be shortened. */
        WORDS,
        /** A few Chinese characters of our own. */
        PHRASE,
        /** A number that people call something by, e.g. a batch's; whole or not at all. */
        CODE,
        COUNT,
        DAY,
        /** The last day of a period, which ends at 24:00 (T1). */
        LAST_DAY
    }

    private static final Pattern CODE = Pattern.compile("[!-~]{1,64}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    /** Takes a fact as given, which may be null; what is not of the type counts as missing. */
    static NoticeValue of(Type type, String given) {
        String fact = Words.clean(given == null ? "" : given);
        return new NoticeValue(type, isOf(type, fact) ? fact : "");
    }

    private static boolean isOf(Type type, String fact) {
        return switch (type) {
            case WORDS, PHRASE -> true;
            case CODE -> CODE.matcher(fact).matches();
            case COUNT -> COUNT.matcher(fact).matches();
            case DAY, LAST_DAY -> isDay(fact);
        };
    }

    /** Four digits of year, so that every template takes it. */
    private static boolean isDay(String fact) {
        try {
            return LocalDate.parse(fact).getYear() >= 1000 && fact.length() == 10;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    public boolean isMissing() {
        return fact.isEmpty();
    }

    /** As people read it; empty if missing. */
    String shown() {
        return isMissing() ? "" : switch (type) {
            case DAY, LAST_DAY -> LocalDate.parse(fact).format(CHINESE_DAY);
            case COUNT -> String.valueOf(Long.parseLong(fact));
            case WORDS, PHRASE, CODE -> fact;
        };
    }
}

package io.zhengxun.registry.notice.text;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cleans and shortens text so that no number, date or code is ever cut. */
final class Words {

    private static final String MARK = "…";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    /** Invisible, reserved or unpaired: nothing that a person could read. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
    /** What belongs together: a date, a number with its units, a word or code with what joins it; else one character. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\p{Nd}+年(?:\\p{Nd}+月(?:\\p{Nd}+日)?)?"
                    + "|\\p{Nd}+月\\p{Nd}+日"
                    + "|[-+¥￥$€]?[\\p{IsLatin}\\p{N}]+(?:[^\\p{IsHan}\\s，。；：、（）【】《》“”！？…]*[\\p{IsLatin}\\p{N}])*"
                    + "(?:(?:年\\p{Nd}+)?月(?:\\p{Nd}+日)?|年|[%％‰°十百千万亿]+)?"
                    + "|[〇零一二三四五六七八九十百千万亿两]{2,}"
                    + "|\\X");

    private Words() {}

    /** One line without what cannot be read, blanks as single spaces, none at the ends. */
    static String clean(String text) {
        return BLANKS.matcher(UNREADABLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Without the words, numbers and dates of which something holds; cleaned. */
    static String without(Predicate<String> token, String text) {
        StringBuilder rest = new StringBuilder();
        TOKEN.matcher(text).results().map(MatchResult::group).filter(token.negate()).forEach(rest::append);
        return clean(rest.toString());
    }

    /** As it is if it fits, else as many whole tokens as fit, and a mark; empty if none does. */
    static String shortened(String text, int limit) {
        if (length(text) <= limit) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int length = length(MARK);
        for (String token : TOKEN.matcher(text).results().map(MatchResult::group).toList()) {
            length += length(token);
            if (length > limit) {
                break;
            }
            kept.append(token);
        }
        String words = kept.toString().strip();
        return words.isEmpty() ? "" : words + MARK;
    }
}

package io.zhengxun.understanding.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * One spelling for what differs only on the screen: full-width characters, traditional characters, letter case, emoji and control
 * characters, runs of spaces and of the same sign. The words stay as they were chosen.
 */
public final class Levelling {

    /** Longer messages are read up to here, in characters: whoever writes more has said what it is about. */
    public static final int LONGEST = 1000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Co}\\p{Cn}]");
    private static final Pattern PICTURE = Pattern.compile("[\\p{So}\\p{Sk}\\x{1F000}-\\x{1FAFF}]|\\[[\\p{IsHan}A-Za-z]{1,6}]");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cc}]+");
    private static final Pattern REPEATED_SIGN = Pattern.compile("([^\\p{L}\\p{N}\\s])\\1+");
    private static final Pattern DRAGGED = Pattern.compile("(\\p{L})\\1{3,}");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
    private final AtomicReferenceArray<String> simplified = new AtomicReferenceArray<>(Character.MAX_VALUE + 1);

    public String level(String typed) {
        String bounded = typed.substring(0, Math.min(typed.length(), LONGEST));
        String plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = PICTURE.matcher(INVISIBLE.matcher(plain).replaceAll("")).replaceAll(" ");
        String simple = simplified(GAP.matcher(words).replaceAll(" ").strip());
        return DRAGGED.matcher(REPEATED_SIGN.matcher(simple).replaceAll("$1")).replaceAll("$1$1");
    }

    /** Letters and digits alone, in one spelling; empty when nothing can be read, as of emoji. */
    public String plain(String typed) {
        return SIGNS.matcher(level(typed)).replaceAll("");
    }

    /** Simplified characters for traditional ones. */
    public String simplified(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(Character.isIdeographic(c) ? simplified(c) : c);
        }
        return result.toString();
    }

    /** ICU is thorough and slow, and people use a few thousand characters again and again. */
    private String simplified(char c) {
        String known = simplified.get(c);
        if (known == null) {
            known = toSimplified.transliterate(String.valueOf(c));
            simplified.set(c, known);
        }
        return known;
    }
}

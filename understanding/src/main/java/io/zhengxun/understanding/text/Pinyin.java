package io.zhengxun.understanding.text;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The sound of each character, without tones and with the pairs levelled that southern speakers and their keyboards mix up (zh/z,
 * ch/c, sh/s, n/l, -ng/-n): most typing errors in Chinese are a wrong character of the right sound.
 */
public final class Pinyin {

    private final Transliterator toLatin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private final AtomicReferenceArray<String> sounds = new AtomicReferenceArray<>(Character.MAX_VALUE + 1);

    /** The character's commonest sound; a letter, a digit or a sign is its own. */
    public String of(char c) {
        if (!Character.isIdeographic(c)) {
            return String.valueOf(c);
        }
        String known = sounds.get(c);
        if (known == null) {
            known = blurred(toLatin.transliterate(String.valueOf(c)));
            sounds.set(c, known);
        }
        return known;
    }

    private static String blurred(String syllable) {
        String begun = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^l", "n");
        return begun.endsWith("ng") ? begun.substring(0, begun.length() - 1) : begun;
    }
}

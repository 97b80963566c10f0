package io.zhengxun.understanding.intent;

import io.zhengxun.understanding.field.Masking;
import io.zhengxun.understanding.text.Cantonese;
import io.zhengxun.understanding.text.Levelling;
import io.zhengxun.understanding.text.Pinyin;
import java.util.ArrayList;
import java.util.List;

/** A message as the classifier looks at it: levelled, without anybody's fields, in standard words, and by its sounds. */
final class Spelling {

    /**
     * @param levelled as typed, one spelling, fields replaced by their kinds
     * @param standard the same with standard words for Cantonese ones
     * @param sounds of each character of {@code standard}
     */
    record Spelled(String levelled, String standard, List<String> sounds) {}

    private final Levelling levelling = new Levelling();
    private final Cantonese cantonese = new Cantonese();
    private final Pinyin pinyin = new Pinyin();

    Spelled of(String typed) {
        String levelled = levelling.level(Masking.mask(typed));
        String standard = cantonese.toStandard(levelled);
        List<String> sounds = new ArrayList<>(standard.length());
        for (int i = 0; i < standard.length(); i++) {
            sounds.add(pinyin.of(standard.charAt(i)));
        }
        return new Spelled(levelled, standard, sounds);
    }
}

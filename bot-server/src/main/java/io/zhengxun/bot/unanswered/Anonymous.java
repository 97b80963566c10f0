package io.zhengxun.bot.unanswered;

import io.zhengxun.registry.question.UnansweredQuestion;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.Masking;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question without its asker: what still looks like somebody's is not kept at all (Q6). */
final class Anonymous {

    /** Also with signs between the digits, in words, and addresses. */
    private static final Pattern NUMBER = Pattern.compile(
            "[0-9](?:[\\s\\p{P}]*[0-9]){4,}|[零〇一二三四五六七八九十幺两]{5,}|[@＠]|[A-Za-z0-9_-]*[0-9][A-Za-z0-9_-]{5,}");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int SHORTEST = 2;

    private Anonymous() {}

    /** Empty when nothing is to be learnt from it, or when it cannot be told whose it is. */
    static Optional<String> of(String typed) {
        if (FieldReader.read(typed).several()) {
            return Optional.empty();
        }
        String text = GAP.matcher(Masking.mask(typed)).replaceAll(" ").strip();
        if (text.length() < SHORTEST || NUMBER.matcher(text).find() || !LETTER.matcher(text).find()) {
            return Optional.empty();
        }
        int length = Math.min(UnansweredQuestion.LONGEST, text.codePointCount(0, text.length()));
        return Optional.of(text.substring(0, text.offsetByCodePoints(0, length)));
    }
}

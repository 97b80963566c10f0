package io.zhengxun.registry.question;

import java.time.Instant;

/**
 * A question that was not understood.
 *
 * @param text with words in place of names and numbers (Q6), at most {@link #LONGEST} characters
 * @param guessedCode the intent that seemed likeliest
 * @param score how sure that was, between 0 and 1
 */
public record UnansweredQuestion(String text, String guessedCode, double score, Instant askedAt) {

    public static final int LONGEST = 200;

    public UnansweredQuestion {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException("A question is kept up to " + LONGEST + " characters.");
        }
    }

    /** Nothing of the text: whatever is masked, it may hold what somebody said of himself. */
    @Override
    public String toString() {
        return "UnansweredQuestion[" + guessedCode + "]";
    }
}

package io.zhengxun.understanding;

import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;

/**
 * What was made of a message. Its text is not kept: it may hold somebody's data (Q6).
 *
 * @param guesses all intents, the likeliest first; the scores add up to 1
 * @param fields what was found of the three fields of a query
 */
public record Understood(List<Guess> guesses, TypedFields fields) {

    private static final int ALTERNATIVES = 3;

    public Intent intent() {
        return guesses.get(0).intent();
    }

    /** Between 0 and 1. */
    public double score() {
        return guesses.get(0).score();
    }

    /** What else it might be, the likeliest first. */
    public List<Guess> alternatives() {
        return guesses.subList(1, 1 + ALTERNATIVES);
    }
}

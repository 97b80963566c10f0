package io.zhengxun.understanding.intent;

import java.util.List;
import java.util.Optional;

/**
 * Why a message is understood as it is.
 *
 * @param read the message as it was looked at: one spelling, words in place of names and numbers
 * @param guesses with what staff taught
 * @param taught what staff taught that fits the message
 * @param weighed which words spoke for the intent, the weightiest first
 * @param nearest the phrasings most like the message, the likest first
 */
public record Explanation(
        String read, List<Guess> guesses, Optional<Question> taught, List<Weighed> weighed, List<Near> nearest) {

    /** @param weight how much less the intent is believed without these words, the weightiest being 1 */
    public record Weighed(String words, double weight) {}

    /**
     * @param taught by staff; otherwise it came with the program
     * @param alike between 0 and 1
     */
    public record Near(Question phrasing, boolean taught, double alike) {}
}

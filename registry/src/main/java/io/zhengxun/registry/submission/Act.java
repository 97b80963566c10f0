package io.zhengxun.registry.submission;

import java.util.EnumSet;
import java.util.Set;

/** What can be done with a batch. Which of it when, by whom and to what end: {@link Moves}. */
public enum Act {
    /** The institution hands the draft in. */
    SUBMIT,
    /** The institution throws the draft away. */
    DISCARD,
    /** A reviewer begins with it, or takes it over from another (W3). */
    TAKE_UP,
    /** Some rows go back, the others go on (R2). */
    RETURN_SOME,
    /** The last rows go back: nothing is left to go on (R2). */
    RETURN_REST,
    /** The reviewer finds the rest in order and gives it to the lead. */
    PASS,
    /** The lead, who has not reviewed it, wants it reviewed again (W2). */
    SEND_BACK,
    /** The lead approves it: another person than all who reviewed it (W2). */
    APPROVE,
    /** The city sends it to the province (W1). */
    SEND_UP,
    /** The province sends it to the ministry in an export (R4). */
    SEND_TO_MINISTRY,
    /** The ministry's receipts publish some rows; others are still awaited (R4). */
    PUBLISH_SOME,
    /** The ministry's receipts publish the last rows (R4). */
    PUBLISH_REST,
    /** The corrections of all its returned rows have come: they travel in its place (R2). */
    REPLACE;

    private static final Set<Act> REVIEWS = EnumSet.of(PASS, RETURN_SOME, RETURN_REST);
    private static final Set<Act> DECISIONS = EnumSet.of(SEND_BACK, APPROVE);

    /** Whether who does it at a centre has reviewed the batch there (W2). */
    boolean isReview() {
        return REVIEWS.contains(this);
    }

    /** Whether it is for another person than those who reviewed the batch at the desk (W2). */
    boolean isDecision() {
        return DECISIONS.contains(this);
    }
}

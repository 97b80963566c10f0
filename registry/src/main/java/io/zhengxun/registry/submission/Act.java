package io.zhengxun.registry.submission;

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
    /** The lead wants it reviewed again. */
    SEND_BACK,
    /** The lead approves it: another person than the reviewer (W2). */
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
    REPLACE
}

package io.zhengxun.registry.question;

import java.time.Instant;

/**
 * Questions that resemble each other.
 *
 * @param leader the first of them
 * @param intentCode what staff assigned; null before
 * @param questions how many of them are still kept
 * @param handledBy username; null while it is open
 */
public record QuestionGroup(
        long id, String leader, State state, String intentCode, int questions, Instant firstAt, Instant lastAt, String handledBy,
        Instant handledAt) {

    public enum State {
        /** Nobody has looked at it yet. */
        OPEN,
        /** Staff said which intent it means. */
        ASSIGNED,
        /** Looked at: nothing to do. */
        DONE
    }
}

package io.zhengxun.registry.complaint;

import java.time.Instant;

/**
 * Something that was written about a complaint, in the clear.
 *
 * @param by username, or {@code holder}
 */
public record ComplaintEntry(Kind kind, String text, String by, Instant at) {

    /** Chinese labels are the messages {@code complaint.entry.<name>}. */
    public enum Kind {
        /** The complaint itself, by the holder. */
        FILED,
        /** To the institution, by the centre. */
        QUESTION,
        /** By the institution, to the centre. */
        STATEMENT,
        /** To the holder, by the centre. */
        ANSWER,
        /** Why it was reopened, by the holder. */
        REOPENED;

        /** Whether the institution is a party to it; all else is between the holder and the centre (Q6). */
        boolean isForInstitution() {
            return this == QUESTION || this == STATEMENT;
        }
    }

    ComplaintEntry withoutText() {
        return new ComplaintEntry(kind, "", by, at);
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "ComplaintEntry[" + kind + "]";
    }
}

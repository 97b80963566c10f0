package io.zhengxun.registry.consultation;

import java.time.Instant;

/**
 * Something that was said in a consultation.
 *
 * @param text empty once it was forgotten
 * @param by username of staff; null for the person's
 */
public record ConsultationMessage(long id, Author author, String text, Instant at, String by) {

    /** Who speaks. Chinese labels are the messages {@code consultation.author.<name>}. */
    public enum Author {
        /** The bot: what the conversation was about, masked. */
        SUMMARY,
        PERSON,
        /** The bot: the question whose answer was of no use, masked. */
        RATING,
        STAFF
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "ConsultationMessage[" + id + ", " + author + "]";
    }
}

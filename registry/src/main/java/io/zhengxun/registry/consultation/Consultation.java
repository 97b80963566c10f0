package io.zhengxun.registry.consultation;

import java.time.Instant;

/**
 * Somebody in the chat waits for a person's answer.
 *
 * @param number e.g. {@code RG261123-7KQ2MX4T}
 * @param openId in the official account; null once it was forgotten
 * @param intent code of the intent whose answer was rated; empty for none
 * @param dueAt when the person may expect an answer
 * @param lastMessageAt of the person: the platform lets us write for a while from then
 * @param takenBy username of who sees to it; null if nobody does
 * @param answeredAt the last time; null before the first answer
 */
public record Consultation(
        long id,
        String number,
        String openId,
        Origin origin,
        String intent,
        ConsultationState state,
        Instant openedAt,
        Instant dueAt,
        Instant lastMessageAt,
        int messages,
        String takenBy,
        Instant answeredAt,
        Instant closedAt,
        int version) {

    /** What brought it about. Chinese labels are the messages {@code consultation.origin.<name>}. */
    public enum Origin {
        /** The person asked for a person, or was handed over. */
        ASKED,
        /** The person found an answer of no use. */
        RATED
    }

    @Override
    public String toString() {
        return "Consultation[" + number + ", " + state + "]";
    }
}

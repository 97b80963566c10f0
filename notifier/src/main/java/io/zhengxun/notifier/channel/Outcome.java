package io.zhengxun.notifier.channel;

/**
 * What became of a try to hand a message over.
 *
 * @param code the channel's own, e.g. {@code 43004}, {@code HTTP 502}, {@code timeout}; empty when accepted
 * @param messageId the channel's id of the accepted message, by which it reports later; else empty
 * @param requestId the platform's id of the request (rid), or empty
 */
public record Outcome(Result result, String code, String messageId, String requestId) {

    /** Classes of outcomes, by what is done about them (wechat-platform.md 6.5). */
    public enum Result {
        ACCEPTED,
        /** Certainly not arrived; may go well later: back off. */
        TRANSIENT,
        /** Nobody knows whether it arrived, e.g. no answer in time: again only under the same idempotency id. */
        UNKNOWN,
        /** Too fast for the account: slow down everything. */
        RATE,
        /** The account's quota of the day is used up: wait for the next day. */
        QUOTA,
        /** Too many to this person: later. */
        RECIPIENT_RATE,
        /** This person cannot be reached through this channel: the next one. */
        RECIPIENT,
        /** The person does not follow the account (any more): the next one, and staff are warned. */
        NOT_FOLLOWING,
        /** No consent is left, or the person refuses: balance 0, the next one. */
        NO_CONSENT,
        /** The message itself is refused, and would be again: never retried; the next channel, and an alarm. */
        CONTENT,
        /** The template is refused: it is stopped, one alarm. */
        TEMPLATE,
        /** The account is refused: the channel is stopped, one alarm. */
        ACCOUNT
    }

    public static Outcome accepted(String messageId) {
        return new Outcome(Result.ACCEPTED, "", messageId, "");
    }

    public static Outcome of(Result result, String code) {
        return new Outcome(result, code, "", "");
    }
}

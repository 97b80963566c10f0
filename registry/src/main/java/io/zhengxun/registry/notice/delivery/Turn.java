package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeStep;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where a notice goes from here.
 *
 * @param channel whose turn it is then
 * @param attempts through that channel in this round
 * @param dueAt by the new state, as in {@link Notice}; far away for what is sent and ended
 * @param doubtAt since when a send may have arrived whose outcome nobody knows; null if there is none
 * @param messageId of that channel; null if there is none
 * @param acceptedAt null unless a channel accepted it just now
 * @param endedAt null while something may still come
 * @param cause empty when all goes well
 */
public record Turn(
        NoticeStep step,
        Channel channel,
        int attempts,
        Instant dueAt,
        Instant doubtAt,
        String messageId,
        Instant acceptedAt,
        Instant endedAt,
        String cause) {

    /** What a person can do something about: it stays the cause until the end of the chain. */
    private static final Set<String> REMEDIABLE = Set.of(HeldNotices.STOPPED, HeldNotices.NOT_CONFIGURED);

    /** Out of the way of those for which a confirmation is waited for, whose index would else grow with all that was ever sent. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Later through the same channel, after a try. */
    public static Turn retry(Notice notice, Instant dueAt, Instant doubtAt) {
        return new Turn(NoticeStep.PUT_BACK, notice.channel(), notice.attempts() + 1, dueAt, doubtAt, null, null, null,
                notice.cause());
    }

    /** Later through the same channel, after a try that is not held against it. */
    public static Turn uncounted(Notice notice, Instant dueAt, Instant doubtAt) {
        return new Turn(NoticeStep.PUT_BACK, notice.channel(), notice.attempts(), dueAt, doubtAt, null, null, null,
                notice.cause());
    }

    /** Later through the same channel, as if nothing had been tried. */
    public static Turn later(Notice notice, Instant dueAt) {
        return new Turn(NoticeStep.PUT_BACK, notice.channel(), notice.attempts(), dueAt, notice.doubtAt(), null, null, null,
                notice.cause());
    }

    /**
     * Accepted; a channel that confirms is waited for. Of the others nothing more comes, nor of a message without an id, with
     * which no report could be matched: to wait for one would send everything twice.
     *
     * @param messageId null if the channel named none
     */
    public static Turn accepted(Notice notice, String messageId, Instant at, Instant confirmedUntil) {
        boolean last = !notice.channel().confirms() || messageId == null;
        return new Turn(NoticeStep.HAND_OVER, notice.channel(), notice.attempts() + 1, last ? NEVER : confirmedUntil, null,
                messageId, at, last ? at : null, last ? "" : lasting(notice));
    }

    /** What is in the way of an earlier channel counts until the end of the chain; any other cause is over by the next turn. */
    private static String lasting(Notice notice) {
        return held(notice).isPresent() ? notice.cause() : "";
    }

    /** It may have arrived and must not be sent through this channel again: a confirmation is waited for. */
    public static Turn inDoubt(Notice notice, Instant since, Instant confirmedUntil) {
        return new Turn(NoticeStep.HAND_OVER, notice.channel(), notice.attempts(), confirmedUntil, since, null, null, null,
                held(notice).isPresent() ? notice.cause() : "IN_DOUBT");
    }

    public static Turn obsolete(Notice notice, String why, Instant now) {
        return ended(NoticeStep.OUTDATE, notice, why, now);
    }

    /** No channel can help. */
    public static Turn giveUp(Notice notice, String why, Instant now) {
        return ended(NoticeStep.GIVE_UP, notice, why, now);
    }

    /**
     * To the next channel. Without one it is given up, unless a stop or missing settings stood in the way of a channel: then
     * it is held there.
     */
    public static Turn onward(Notice notice, String why, Instant now) {
        String cause = held(notice).isPresent() || !REMEDIABLE.contains(why) ? lasting(notice) : why + " " + notice.channel();
        Optional<Channel> next = notice.nextChannel();
        if (next.isPresent()) {
            return new Turn(NoticeStep.PUT_BACK, next.get(), 0, now, null, null, null, null, cause);
        }
        return held(cause)
                .map(at -> new Turn(NoticeStep.HOLD, at, 0, now, null, null, null, null, cause.split(" ")[0]))
                .orElseGet(() -> giveUp(notice, why, now));
    }

    private static Optional<Channel> held(Notice notice) {
        return held(notice.cause());
    }

    /** A cause like {@code STOPPED TEMPLATE} names the first channel in whose way something is. */
    private static Optional<Channel> held(String cause) {
        String[] words = cause.split(" ");
        return words.length == 2 && REMEDIABLE.contains(words[0])
                ? Optional.of(Channel.valueOf(words[1]))
                : Optional.empty();
    }

    private static Turn ended(NoticeStep step, Notice notice, String why, Instant now) {
        return new Turn(step, notice.channel(), notice.attempts(), now, null, notice.messageId(), null, now, why);
    }
}

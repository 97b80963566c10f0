package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that one person is told, and how far that is.
 *
 * @param channel the one whose turn it is; null if there is none at all
 * @param round raised when staff send it again
 * @param attempts through the current channel in this round
 * @param dueAt by state: not before, end of the lease, until when a confirmation is waited for
 * @param doubtAt since when a send may have arrived whose outcome nobody knows; null if there is none
 * @param messageId of the current channel, once accepted
 * @param cause why it is in its state; empty when all goes well
 */
public record Notice(
        long id,
        NoticeKind kind,
        String key,
        Recipient recipient,
        NewNotice.About about,
        Map<String, String> facts,
        boolean urgent,
        List<Channel> channels,
        Channel channel,
        NoticeState state,
        int round,
        int attempts,
        Instant dueAt,
        Instant doubtAt,
        String messageId,
        Instant acceptedAt,
        Instant deliveredAt,
        Instant endedAt,
        String cause,
        Instant occurredAt,
        Instant createdAt,
        int version) {

    public Deed.Subject subject() {
        return about.subject();
    }

    /** Whether there was somebody, and a way, when it was written. */
    public boolean hasAddressee() {
        return recipient.kind() != Recipient.Kind.NOBODY && !channels.isEmpty();
    }

    /** The channel after the current one in this person's order. */
    public Optional<Channel> nextChannel() {
        int next = channels.indexOf(channel) + 1;
        return next < channels.size() ? Optional.of(channels.get(next)) : Optional.empty();
    }
}

package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something to be told to one person.
 *
 * @param key what makes two notices the same, ASCII, at most 120 characters, e.g. {@code return:TH261123-7KQ2MX4T:C12}
 * @param channels to be tried in this order; empty: nothing reaches the person, which the work list then shows
 * @param leftOut channels that the person wants and has no address for
 * @param facts what its text needs, by name; nothing personal (Q6)
 * @param urgent whether it may go out between 22:00 and 08:00 (T5)
 * @param occurredAt when its cause was committed
 */
public record NewNotice(
        NoticeKind kind,
        String key,
        Recipient recipient,
        About about,
        List<Channel> channels,
        List<Channel> leftOut,
        Map<String, String> facts,
        boolean urgent,
        Instant occurredAt) {

    /** With no channel left out. */
    public NewNotice(
            NoticeKind kind,
            String key,
            Recipient recipient,
            About about,
            List<Channel> channels,
            Map<String, String> facts,
            boolean urgent,
            Instant occurredAt) {
        this(kind, key, recipient, about, channels, List.of(), facts, urgent, occurredAt);
    }

    /**
     * What it is about, and whose that is.
     *
     * @param institutionId null if no institution's
     * @param regionCode of the institution, or of the centre; null if none's
     */
    public record About(Deed.Subject subject, Long institutionId, String regionCode) {}

    /** Urgent ones do not wait behind what the night holds back. */
    String lane() {
        return urgent ? recipient.key() + "!" : recipient.key();
    }
}

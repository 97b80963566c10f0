package io.zhengxun.registry.submission.review;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/**
 * The place of a batch in a queue, which is sorted by due date, then id.
 *
 * @param dueOn null stands before all dates
 */
public record QueueKey(LocalDate dueOn, long id) {

    private static final String NO_DATE = "-";
    private static final String SEPARATOR = "/";

    static QueueKey of(QueueMapper.Place place) {
        return new QueueKey(place.dueOn(), place.id());
    }

    /** Opaque to clients. */
    public String text() {
        String plain = (dueOn == null ? NO_DATE : dueOn.toString()) + SEPARATOR + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException for a text that {@link #text} never gave */
    public static QueueKey of(String text) {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        String[] parts = plain.split(SEPARATOR, 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("Not a place in a queue.");
        }
        try {
            return new QueueKey(NO_DATE.equals(parts[0]) ? null : LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a place in a queue.");
        }
    }
}

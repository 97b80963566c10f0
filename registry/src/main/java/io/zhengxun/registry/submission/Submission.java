package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A batch of certificate data.
 *
 * @param number what people call it by, e.g. {@code PC261123-7KQ2MX4T}
 * @param stageSince when it came to its stage
 * @param deskReceivedAt when the desk that has it received it: starts D2, D3, D4
 * @param returnNotifiedAt when the institution received the notice of return (T4), null before or without one
 */
public record Submission(
        long id,
        String number,
        long institutionId,
        Stage stage,
        Instant stageSince,
        Instant deskReceivedAt,
        Instant returnNotifiedAt,
        int rowCount,
        String submittedBy,
        Instant createdAt) {

    /** The day of the event that started the running clock; empty while a return has not been received (T4). */
    public Optional<LocalDate> clockStart() {
        Instant start = stage.isReturned() ? returnNotifiedAt : deskReceivedAt;
        return Optional.ofNullable(start).map(LegalTime::dayOf);
    }
}

package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.submission.Stage;
import java.time.LocalDate;

/**
 * What a person wants to see of a queue; null wherever nothing was chosen.
 *
 * @param institution the prefix of its certificate numbers
 * @param mine only what the person works on
 * @param dueUntil only what is due on that day or before
 * @param overdue only what was due before today
 */
public record QueueFilter(Stage stage, String institution, boolean mine, LocalDate dueUntil, boolean overdue) {

    public static QueueFilter none() {
        return new QueueFilter(null, null, false, null, false);
    }
}

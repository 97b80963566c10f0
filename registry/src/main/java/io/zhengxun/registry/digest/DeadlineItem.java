package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.DeadlineRule;
import java.time.LocalDate;

/**
 * One deadline of a digest, as it is now.
 *
 * @param label of the rule, in Chinese: what is due
 * @param subject number of the issuance, batch or return
 * @param institution whose case it is
 * @param dueOn the last day as it is now
 * @param daysLeft calendar days until then; 0 on the day itself, negative after it
 * @param open false if it is no longer owed
 */
public record DeadlineItem(
        DeadlineRule rule, String label, String subject, String institution, LocalDate dueOn, int daysLeft, boolean open) {

    public boolean isOverdue() {
        return open && daysLeft < 0;
    }
}

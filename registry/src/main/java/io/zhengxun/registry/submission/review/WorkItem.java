package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Submission;
import java.util.List;

/**
 * A batch in a queue.
 *
 * @param daysLeft working days after today up to its due date; negative once it is overdue, null if nothing is due
 * @param overdue whether the due date has passed, also if no working day has since
 * @param findings how many the machine noticed in all rows that it came with
 * @param acts what the person may do with it now
 */
public record WorkItem(Submission batch, Integer daysLeft, boolean overdue, int findings, List<Act> acts) {}

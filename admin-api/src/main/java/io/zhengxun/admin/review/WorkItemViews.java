package io.zhengxun.admin.review;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.review.QueueKey;
import io.zhengxun.registry.submission.review.WorkItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Batches of a queue as the API shows them. */
@Component
class WorkItemViews {

    private final Institutions institutions;
    private final MessageSource messages;

    WorkItemViews(Institutions institutions, MessageSource messages) {
        this.institutions = institutions;
        this.messages = messages;
    }

    /** A batch of a queue, and whose it is. */
    record Line(WorkItem item, Institution institution) {

        QueueKey key() {
            return new QueueKey(item.batch().dueOn(), item.batch().id());
        }
    }

    List<WorkItemView> of(List<WorkItem> items) {
        return lines(items).stream().map(line -> view(line.item(), line.institution())).toList();
    }

    List<Line> lines(List<WorkItem> items) {
        Map<Long, Institution> of = institutions.find(
                items.stream().map(item -> item.batch().institutionId()).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> new Line(item, of.get(item.batch().institutionId())))
                .toList();
    }

    private WorkItemView view(WorkItem item, Institution institution) {
        Submission batch = item.batch();
        return new WorkItemView(
                batch.number(),
                batch.kind().name(),
                institution.name(),
                institution.numberPrefix(),
                batch.stage().name(),
                messages.getMessage("stage." + batch.stage(), null, Locale.SIMPLIFIED_CHINESE),
                LegalTime.dayOf(batch.deskReceivedAt()),
                batch.dueOn(),
                item.daysLeft(),
                item.overdue(),
                batch.rowCount(),
                batch.rowCount() - batch.carriedRows(),
                batch.lateRows(),
                item.findings(),
                batch.handler(),
                batch.version(),
                item.acts());
    }
}

package io.zhengxun.admin.review;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.review.WorkItemViews.Line;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.Submission;
import java.util.List;
import java.util.function.Function;

/** A queue as a sheet. */
final class QueueColumns {

    static final List<Column<Line>> ALL = List.of(
            of("number", 20, Submission::number),
            new Column<>("institution", 36, line -> line.institution().name()),
            new Column<>("prefix", 16, line -> line.institution().numberPrefix()),
            of("kind", 10, batch -> label("submission.kind.", batch.kind())),
            of("stage", 24, batch -> label("stage.", batch.stage())),
            of("received", 12, batch -> LegalTime.dayOf(batch.deskReceivedAt())),
            of("due", 12, Submission::dueOn),
            new Column<>("left", 12, line -> line.item().daysLeft()),
            new Column<>("overdue", 10, line -> line.item().overdue()),
            of("rows", 8, Submission::rowCount),
            of("returned", 10, batch -> batch.rowCount() - batch.carriedRows()),
            of("late", 10, Submission::lateRows),
            new Column<>("findings", 12, line -> line.item().findings()),
            of("handler", 16, Submission::handler));

    private QueueColumns() {}

    private static Column<Line> of(String name, int width, Function<Submission, Object> text) {
        return new Column<>(name, width, line -> text.apply(line.item().batch()));
    }
}

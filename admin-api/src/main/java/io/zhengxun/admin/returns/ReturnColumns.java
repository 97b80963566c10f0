package io.zhengxun.admin.returns;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.returns.ReturnViews.Line;
import io.zhengxun.registry.submission.returns.Return;
import java.util.List;
import java.util.function.Function;

/** A list of returns as a sheet. No holder's data is in it. */
final class ReturnColumns {

    static final List<Column<Line>> ALL = List.of(
            of("number", 20, Return::number),
            new Column<>("submission", 20, line -> line.view().submission()),
            new Column<>("institution", 36, line -> line.view().institution()),
            of("returnedBy", 14, found -> label("desk.", found.returnedBy())),
            of("rows", 8, Return::rowCount),
            of("remark", 36, Return::remark),
            of("recorded", 20, Return::recordedAt),
            of("state", 30, found -> label("return.state.", found.state())),
            of("due", 12, Return::dueOn),
            new Column<>("overdue", 10, line -> line.view().overdue()),
            of("received", 20, Return::notifiedAt),
            of("evidence", 16, found -> label("return.evidence.", found.evidence())),
            of("note", 30, Return::evidenceNote),
            of("corrected", 20, Return::correctedAt));

    private ReturnColumns() {}

    private static Column<Line> of(String name, int width, Function<Return, Object> text) {
        return new Column<>(name, width, line -> text.apply(line.found()));
    }
}

package io.zhengxun.admin.issuance;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.issuance.IssuanceViews.Line;
import io.zhengxun.registry.issuance.Issuance;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A list of issuances as a sheet (T3). */
final class IssuanceColumns {

    private IssuanceColumns() {}

    /** @param today decides what is overdue (T6) */
    static List<Column<Line>> on(LocalDate today) {
        return List.of(
                of("number", 20, Issuance::number),
                new Column<>("institution", 36, line -> line.institution().name()),
                new Column<>("prefix", 16, line -> line.institution().numberPrefix()),
                of("plan", 18, Issuance::planNo),
                of("occupation", 20, Issuance::occupation),
                of("level", 14, issuance -> issuance.level().label()),
                of("issued", 12, Issuance::issueDate),
                of("count", 10, Issuance::issuedCount),
                of("reported", 12, Issuance::reportedCount),
                of("remaining", 12, Issuance::remaining),
                of("state", 14, issuance -> label("issuance.", issuance.state())),
                of("due", 12, Issuance::reportDueOn),
                of("overdue", 10, issuance -> issuance.remaining() > 0 && issuance.isLateOn(today)),
                of("closes", 12, Issuance::closesOn),
                of("admitted", 20, Issuance::admittedAt),
                of("reason", 36, Issuance::admittedReason));
    }

    private static Column<Line> of(String name, int width, Function<Issuance, Object> text) {
        return new Column<>(name, width, line -> text.apply(line.issuance()));
    }
}

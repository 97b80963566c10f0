package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.ReturnedCertificates;
import io.zhengxun.registry.certificate.RowPlace;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** City or province return all or some rows of a batch, each with a reason; the rest goes on (R2). */
@Component
public class ReturningRows {

    private final Workflow workflow;
    private final Returns returns;
    private final ReturnedCertificates certificates;

    ReturningRows(Workflow workflow, Returns returns, ReturnedCertificates certificates) {
        this.workflow = workflow;
        this.returns = returns;
        this.certificates = certificates;
    }

    /** What came of it. */
    public record Returned(Return recorded, Submission batch) {}

    /**
     * Returns some rows; if none stays, the batch is returned with them.
     *
     * @param remark to all rows; may be empty, never null
     * @throws io.zhengxun.registry.submission.ActNotPossible if the batch is not under review
     * @throws io.zhengxun.registry.refusal.FieldsRefused with every row that cannot be returned, and why
     */
    @Transactional
    public Returned returnRows(Ordered ordered, String remark, List<ReturnedRow> rows, Staff by) {
        return returned(workflow.seen(ordered, by), new NewReturn(desk(by), remark, rows), by);
    }

    /** Returns every row that the batch still carries, all for one reason. */
    @Transactional
    public Returned returnAll(Ordered ordered, String remark, String reasonCode, Staff by) {
        Submission batch = workflow.seen(ordered, by);
        returns.refuseUnusable(reasonCode, remark);
        List<ReturnedRow> rows = certificates.rowsOf(batch.id()).stream()
                .filter(RowPlace::isUnderWay)
                .map(place -> new ReturnedRow(place.rowNo(), reasonCode, ""))
                .toList();
        return returned(batch, new NewReturn(desk(by), remark, rows), by);
    }

    private Returned returned(Submission batch, NewReturn terms, Staff by) {
        Act act = terms.rows().size() >= batch.carriedRows() ? Act.RETURN_REST : Act.RETURN_SOME;
        AtomicReference<Return> recorded = new AtomicReference<>();
        Submission now = workflow.move(batch, act, by, moved -> {
            recorded.set(returns.record(moved, terms, by));
            return recorded.get().facts();
        });
        return new Returned(recorded.get(), now);
    }

    private static ReturningDesk desk(Staff by) {
        return by.role().scope() == Scope.Kind.CITY ? ReturningDesk.CITY : ReturningDesk.PROVINCE;
    }
}

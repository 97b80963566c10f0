package io.zhengxun.standalone.demo;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.certificate.ReturnedCertificates;
import io.zhengxun.registry.certificate.RowPlace;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.OrderedReturn;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturningDesk;
import io.zhengxun.registry.submission.returns.Returns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** What becomes of the demo's batches: rows published, or returned with every second notice received (T4). */
@Component
class DemoOutcomes {

    private static final String ADDRESS = "127.0.0.1";
    private static final List<String> REASONS = List.of("NAME", "ID_NUMBER", "EVIDENCE");

    private final Workflow workflow;
    private final Returns returns;
    private final NotifyingInstitution notifying;
    private final ReturnedCertificates places;
    private final CertificateRecords records;

    DemoOutcomes(
            Workflow workflow,
            Returns returns,
            NotifyingInstitution notifying,
            ReturnedCertificates places,
            CertificateRecords records) {
        this.workflow = workflow;
        this.returns = returns;
        this.notifying = notifying;
        this.places = places;
        this.records = records;
    }

    /** Takes a batch from where it was recorded to its stage. */
    void reach(DemoBatch batch, Submission begun) {
        switch (batch.stage()) {
            case PUBLISHED -> records.publish(
                    places.rowsOf(begun.id()).stream().map(RowPlace::certificateId).toList(),
                    LegalTime.dayOf(begun.stageSince()));
            case RETURNED_BY_CITY -> returned(batch, begun, ReturningDesk.CITY);
            case RETURNED_BY_PROVINCE -> returned(batch, begun, ReturningDesk.PROVINCE);
            case RETURNED_BY_MINISTRY -> returned(batch, begun, ReturningDesk.MINISTRY);
            default -> { }
        }
    }

    private void returned(DemoBatch batch, Submission begun, ReturningDesk desk) {
        Staff by = desk == ReturningDesk.CITY
                ? new Staff("demo-shi", "示例市级审核员", Role.CITY_DATA_MANAGER, Scope.ofCity(begun.regionCode()), ADDRESS)
                : new Staff("demo-sheng", "示例省级审核员", Role.PROVINCE_REVIEWER, Scope.ofProvince(), ADDRESS);
        String reason = REASONS.get(batch.index() % REASONS.size());
        List<ReturnedRow> rows = places.rowsOf(begun.id()).stream()
                .map(place -> new ReturnedRow(place.rowNo(), reason, ""))
                .toList();
        AtomicReference<Return> recorded = new AtomicReference<>();
        workflow.move(begun, Act.RETURN_REST, by, moved -> {
            recorded.set(returns.record(moved, new NewReturn(desk, "请核对后更正", rows), by));
            return Map.of("return", recorded.get().number());
        });
        if (batch.returnNotified()) {
            acknowledge(recorded.get());
        }
    }

    private void acknowledge(Return open) {
        Staff manager = new Staff(
                "demo-jigou",
                "示例机构管理员",
                Role.INSTITUTION_DATA_MANAGER,
                Scope.ofInstitution(open.institutionId()),
                ADDRESS);
        notifying.acknowledge(new OrderedReturn(open.number(), open.version()), manager);
    }
}

package io.zhengxun.registry.submission.ministry;

import static io.zhengxun.registry.submission.ministry.MinistryCases.LINES;
import static io.zhengxun.registry.submission.ministry.MinistryCases.PROVINCE;
import static io.zhengxun.registry.submission.ministry.MinistryCases.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Killed between any two statements, an export or an import of receipts is there wholly or not at all (R4). */
@KilledTest
class KilledMinistryTest {

    @Autowired
    EveryStep everyStep;

    @Autowired
    ExportingToMinistry exporting;

    @Autowired
    ImportingReceipts importing;

    @Autowired
    Submissions submissions;

    private MinistryCases cases;

    @BeforeEach
    void file_an_institution(
            @Autowired Institutions institutions,
            @Autowired Certificates certificates,
            @Autowired Workflow workflow,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock,
            @Autowired OnceOnly onceOnly) {
        cases = new MinistryCases(institutions, certificates, workflow, transaction, clock);
        // Clears old keys now, and then not for a day.
        onceOnly.run(key(), String.class, () -> "");
    }

    @Test
    void two_batches_go_out_in_one_file_or_not_at_all_and_a_killed_request_may_come_again_under_its_key() {
        Submission first = cases.batch(Stage.PROVINCE_APPROVED, 1, 2);
        Submission second = cases.batch(Stage.PROVINCE_APPROVED, 3, 1);
        RequestKey key = key();
        List<Ordered> both = List.of(seen(first), seen(second));

        assertThat(everyStep.kill(() -> exporting.export(both, LINES, PROVINCE, key))).isGreaterThan(20);

        assertThat(exporting.export(both, LINES, PROVINCE, key).rowCount()).isEqualTo(3);
        assertThat(now(first).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
        assertThat(now(second).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
    }

    @Test
    void receipts_that_publish_and_return_take_effect_wholly_or_not_at_all() {
        Submission partly = cases.batch(Stage.SENT_TO_MINISTRY, 1, 3);
        Submission wholly = cases.batch(Stage.SENT_TO_MINISTRY, 4, 1);
        Submission refused = cases.batch(Stage.SENT_TO_MINISTRY, 5, 1);
        ReceiptFile receipts = file(List.of(
                cases.published(1), cases.returned(2, "姓名有误"), cases.published(4), cases.returned(5, "姓名有误")));
        RequestKey key = key();

        assertThat(everyStep.kill(() -> importing.importFile(receipts, PROVINCE, key))).isGreaterThan(40);

        assertThat(now(partly).carriedRows()).isEqualTo(2);
        assertThat(now(wholly).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(now(refused).stage()).isEqualTo(Stage.RETURNED_BY_MINISTRY);
        ReceiptsImport.Outcome again = importing.importFile(receipts, PROVINCE, key);
        assertThat(again.repeated()).as("the first one's answer").isFalse();
        assertThat(again.receipts().publishedRows()).isEqualTo(2);
        assertThat(again.receipts().returnedRows()).isEqualTo(2);
    }

    private Submission now(Submission batch) {
        return submissions.find(batch.id()).orElseThrow();
    }

    private static Ordered seen(Submission batch) {
        return new Ordered(batch.number(), batch.version());
    }

    private static RequestKey key() {
        return new RequestKey("province", UUID.randomUUID().toString(), new byte[32]);
    }
}

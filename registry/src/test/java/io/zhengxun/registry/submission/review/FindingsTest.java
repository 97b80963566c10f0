package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.BatchCases.ordered;
import static io.zhengxun.registry.submission.BatchCases.staff;
import static io.zhengxun.registry.submission.review.Finding.Code.LATE;
import static io.zhengxun.registry.submission.review.Finding.Code.MANY_FOR_ONE_ID;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_HOLDER_TWICE;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_ID_OTHER_NAME;
import static io.zhengxun.registry.submission.review.Finding.Code.SERIAL_GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Received;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class FindingsTest {

    private static final String NAME = "陈甲子";
    private static final String OTHER_NAME = "李乙丑";
    private static final int MANY_ROWS = 10_000;

    @Autowired
    Findings findings;

    @Autowired
    BatchCases cases;

    @Autowired
    RowsRead rowsRead;

    @Autowired
    Workflow workflow;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    private final int ids = FreshNumbers.next();
    private Institution institution;
    private LocalDate today;

    @BeforeEach
    void an_institution_of_its_own() {
        institution = cases.institution(Tier.MUNICIPAL);
        today = LegalTime.dayOf(clock.instant());
    }

    @Test
    void a_draft_is_screened_when_it_is_submitted_and_not_before() {
        Institution elsewhere = cases.institution(Tier.PROVINCIAL);
        cases.at(Stage.DRAFT, elsewhere, List.of(row(elsewhere, 1, OTHER_NAME, id(1), today)));
        Submission draft = cases.at(Stage.DRAFT, institution, List.of(
                row(institution, 1, NAME, id(1), today), row(institution, 4, NAME, id(2), today)));
        assertThat(found(draft)).isEmpty();

        submit(draft);

        assertThat(found(draft)).containsOnly(
                Map.entry(1, List.of(SAME_ID_OTHER_NAME)), Map.entry(4, List.of(SERIAL_GAP)));
        assertThat(findings.counts(List.of(draft.id()))).containsExactly(Map.entry(draft.id(), 2));
    }

    @Test
    void a_batch_that_begins_received_is_screened_with_its_rows() {
        Submission batch = cases.at(Stage.RECEIVED, institution, List.of(
                row(institution, 1, NAME, id(1), today.minusDays(60)), row(institution, 2, NAME, id(1), today),
                row(institution, 3, NAME, id(1), today), row(institution, 4, NAME, id(1), today)));

        assertThat(found(batch)).hasSize(4);
        assertThat(found(batch).get(1)).containsExactlyInAnyOrder(LATE, SAME_HOLDER_TWICE, MANY_FOR_ONE_ID);
        assertThat(found(batch).get(2)).containsExactlyInAnyOrder(SAME_HOLDER_TWICE, MANY_FOR_ONE_ID);
    }

    @Test
    void a_deleted_certificate_is_compared_with_no_more() {
        Submission old = cases.at(Stage.PUBLISHED, institution, List.of(row(institution, 1, OTHER_NAME, id(1), today)));
        jdbc.update("UPDATE certificate SET standing = 'DELETED' WHERE submission_id = ?", old.id());

        Submission batch = cases.at(Stage.RECEIVED, institution, List.of(row(institution, 2, NAME, id(1), today)));

        assertThat(found(batch)).isEmpty();
        assertThat(findings.counts(List.of(batch.id()))).containsExactly(Map.entry(batch.id(), 0));
    }

    @Test
    void a_correction_is_neither_late_nor_full_of_gaps() {
        Submission batch = cases.at(Stage.DRAFT, institution, List.of(
                row(institution, 1, NAME, id(1), today.minusDays(100)),
                row(institution, 9, NAME, id(2), today.minusDays(100)),
                row(institution, 10, OTHER_NAME, id(2), today.minusDays(100))));
        Submission correction = correction(batch);

        transaction.executeWithoutResult(status -> findings.screen(new Received(correction)));

        assertThat(found(batch)).containsOnly(
                Map.entry(9, List.of(SAME_ID_OTHER_NAME)), Map.entry(10, List.of(SAME_ID_OTHER_NAME)));
    }

    @ParameterizedTest
    @EnumSource(Finding.Code.class)
    void every_finding_has_a_text_without_gaps(Finding.Code code) {
        String text = messages.getMessage(Finding.of(1, code, "97", "98"), Locale.SIMPLIFIED_CHINESE);
        assertThat(text).containsPattern("\\p{IsHan}").contains("97").doesNotContain("{");
    }

    /** All of them late, half of them certified elsewhere already. */
    @Test
    void what_screening_reads_grows_with_the_batch_only() {
        Institution elsewhere = cases.institution(Tier.PROVINCIAL);
        LocalDate longAgo = today.minusDays(170);
        List<NewCertificate> theirs = new ArrayList<>();
        List<NewCertificate> ours = new ArrayList<>();
        for (int i = 1; i <= MANY_ROWS; i++) {
            theirs.add(row(elsewhere, i, NAME, passport(i), longAgo));
            if (i % 20 == 0) {
                ours.add(row(institution, i / 20, NAME, passport(i), longAgo));
            }
        }
        cases.at(Stage.DRAFT, elsewhere, theirs);
        Submission draft = cases.at(Stage.DRAFT, institution, ours);

        long read = rowsRead.during(() -> findings.screen(new Received(draft)));

        assertThat(findings.counts(List.of(draft.id()))).containsExactly(Map.entry(draft.id(), 2 * ours.size()));
        assertThat(read).isLessThan(20L * ours.size());
    }

    private void submit(Submission draft) {
        transaction.executeWithoutResult(status -> workflow.move(
                workflow.seen(ordered(draft), staff(Role.INSTITUTION_DATA_MANAGER, institution)), Act.SUBMIT,
                staff(Role.INSTITUTION_DATA_MANAGER, institution), moved -> Map.of()));
    }

    /** As if the batch answered a return. */
    private static Submission correction(Submission b) {
        return new Submission(
                b.id(), b.number(), Submission.Kind.CORRECTION, b.institutionId(), b.tier(), b.regionCode(), b.stage(),
                b.stageSince(), b.deskReceivedAt(), b.dueOn(), b.rowCount(), b.carriedRows(), b.lateRows(),
                b.issuanceId(), 1L, b.handler(), b.reviewedBy(), b.approvedBy(), b.lastAct(), b.lastActBy(),
                b.lastActAt(), b.submittedBy(), b.createdAt(), b.version(), b.reviewers());
    }

    /** By row number. */
    private Map<Integer, List<Finding.Code>> found(Submission batch) {
        Map<Long, Integer> rows = new HashMap<>();
        jdbc.query("SELECT id, row_no FROM certificate WHERE submission_id = ?",
                row -> { rows.put(row.getLong(1), row.getInt(2)); }, batch.id());
        return findings.ofRows(batch.id(), rows.keySet()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> rows.get(entry.getKey()),
                        entry -> entry.getValue().stream().map(Finding::code).toList()));
    }

    private IdNumber id(int serial) {
        return IdNumber.of(IdType.PASSPORT, "E%05d%03d".formatted(ids, serial));
    }

    private IdNumber passport(int serial) {
        return IdNumber.of(IdType.PASSPORT, "G%05d%05d".formatted(ids, serial));
    }

    private static NewCertificate row(Institution institution, int serial, String name, IdNumber id, LocalDate issued) {
        String number = institution.numberPrefix() + "%02d3%06d".formatted(issued.getYear() % 100, serial);
        return new NewCertificate(
                serial, CertificateNumber.of(number), new Holder(PersonName.of(name), id), "电工", "无", Level.ADVANCED,
                issued, Standing.VALID);
    }
}

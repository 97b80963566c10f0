package io.zhengxun.registry.submission.ministry;

import static io.zhengxun.registry.submission.ministry.MinistryCases.LINES;
import static io.zhengxun.registry.submission.ministry.MinistryCases.PROVINCE;
import static io.zhengxun.registry.submission.ministry.MinistryCases.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.ActNotPossible;
import io.zhengxun.registry.submission.ChangedMeanwhile;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.UnreadableSheet;
import io.zhengxun.registry.submission.Workflow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes to the ministry and what comes back (R4), on a real database. */
@RegistryTest
class MinistryTest {

    @Autowired
    ExportingToMinistry exporting;

    @Autowired
    MinistryExports exports;

    @Autowired
    ImportingReceipts importing;

    @Autowired
    MinistryReceipts receipts;

    @Autowired
    Submissions submissions;

    @Autowired
    Workflow workflow;

    @Autowired
    Clocks clocks;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private MinistryCases cases;

    @BeforeEach
    void file_an_institution(
            @Autowired Institutions institutions,
            @Autowired Certificates certificates,
            @Autowired TransactionTemplate transaction,
            @Autowired Clock clock) {
        cases = new MinistryCases(institutions, certificates, workflow, transaction, clock);
    }

    @Test
    void one_file_holds_the_rows_of_all_its_batches_in_the_standard_order_and_its_digest_is_recorded() throws Exception {
        Submission first = cases.batch(Stage.PROVINCE_APPROVED, 1, 2);
        Submission second = cases.batch(Stage.PROVINCE_APPROVED, 3, 1);
        MinistryExport export = exporting.export(List.of(seen(second), seen(first)), LINES, PROVINCE, null);

        String file = content(export);
        assertThat(file.lines()).containsExactly(
                "姓名,证件类型,证件号码,职业名称,工种/职业方向,职业技能等级,证书编号,发证日期,发证机构名称",
                line("测丁", 3), line("测乙", 1), line("测丙", 2));
        assertThat(export.digest()).isEqualTo(sha256(file));
        assertThat(export.batchCount()).isEqualTo(2);
        assertThat(export.rowCount()).isEqualTo(3);
        for (Submission batch : List.of(first, second)) {
            assertThat(now(batch).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
            assertThat(deadlines(batch)).containsExactly("D3 MET", "D4 OPEN");
            assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number())))
                    .last()
                    .satisfies(entry -> {
                        assertThat(entry.act()).isEqualTo("SUBMISSION_SEND_TO_MINISTRY");
                        assertThat(entry.after()).containsEntry("export", export.number());
                        assertThat(entry.after()).containsEntry("digest", export.digest());
                    });
        }
        assertThat(exports.page(Long.MAX_VALUE, 1)).containsExactly(export);
    }

    @Test
    void the_kept_file_is_sealed() {
        MinistryExport export =
                exporting.export(List.of(seen(cases.batch(Stage.PROVINCE_APPROVED, 7, 1))), LINES, PROVINCE, null);
        byte[] sealed = jdbc.queryForObject(
                "SELECT sealed FROM ministry_export_part WHERE export_id = ?", byte[].class, export.id());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("E00000007", "263000007");
    }

    @Test
    void returned_and_deleted_rows_stay_out_of_the_file() throws Exception {
        Submission batch = cases.batch(Stage.PROVINCE_APPROVED, 1, 3);
        jdbc.update("UPDATE certificate SET standing = 'DELETED' WHERE number = ?", cases.number(2));
        MinistryExport export = exporting.export(List.of(seen(batch)), LINES, PROVINCE, null);
        assertThat(content(export)).contains(cases.number(1), cases.number(3)).doesNotContain(cases.number(2));
        assertThat(export.rowCount()).isEqualTo(2);
    }

    @Test
    void one_batch_that_cannot_be_sent_keeps_all_of_them_here() {
        Submission approved = cases.batch(Stage.PROVINCE_APPROVED, 1, 1);
        Submission underReview = cases.batch(Stage.PROVINCE_REVIEW, 2, 1);
        int exportsBefore = count("ministry_export");
        assertThatThrownBy(() ->
                        exporting.export(List.of(seen(approved), seen(underReview)), LINES, PROVINCE, null))
                .isInstanceOf(ActNotPossible.class);
        assertThatThrownBy(() -> exporting.export(
                        List.of(new Ordered(approved.number(), approved.version() + 1)), LINES, PROVINCE, null))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> exporting.export(List.of(seen(approved)), out -> {
                    throw new IOException("full");
                }, PROVINCE, null)).hasRootCauseMessage("full");
        assertThat(now(approved)).isEqualTo(approved);
        assertThat(count("ministry_export")).isEqualTo(exportsBefore);
    }

    @Test
    void a_city_sends_nothing_to_the_ministry() {
        Submission batch = cases.batch(Stage.PROVINCE_APPROVED, 1, 1);
        Staff lead = new Staff("lead", "测试", Role.CITY_LEAD, Scope.ofCity("440100"), "127.0.0.1");
        assertThatThrownBy(() -> exporting.export(List.of(seen(batch)), LINES, lead, null))
                .isInstanceOf(RoleNotAllowed.class);
    }

    @Test
    void all_approved_batches_go_together_and_then_there_is_nothing_to_export() {
        exportAllThatIsLeft();
        Submission batch = cases.batch(Stage.PROVINCE_APPROVED, 1, 2);
        assertThat(exporting.exportApproved(LINES, PROVINCE, null).batchCount()).isEqualTo(1);
        assertThat(now(batch).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
        assertThatThrownBy(() -> exporting.exportApproved(LINES, PROVINCE, null)).isInstanceOf(NothingToExport.class);
    }

    private void exportAllThatIsLeft() {
        try {
            while (true) {
                exporting.exportApproved(LINES, PROVINCE, null);
            }
        } catch (NothingToExport done) {
            // Other tests left nothing more.
        }
    }

    @Test
    void two_exports_at_once_never_share_a_batch() {
        exportAllThatIsLeft();
        cases.batch(Stage.PROVINCE_APPROVED, 1, 200);
        List<CompletableFuture<Integer>> both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return exporting.exportApproved(LINES, PROVINCE, null).batchCount();
                    } catch (NothingToExport late) {
                        return 0;
                    }
                }))
                .limit(2)
                .toList();
        assertThat(both).extracting(CompletableFuture::join).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void the_same_request_again_gets_the_same_export() {
        Submission batch = cases.batch(Stage.PROVINCE_APPROVED, 1, 1);
        RequestKey key = new RequestKey("province", "export-" + batch.number(), new byte[32]);
        MinistryExport export = exporting.export(List.of(seen(batch)), LINES, PROVINCE, key);
        assertThat(exporting.export(List.of(seen(batch)), LINES, PROVINCE, key)).isEqualTo(export);
    }

    @Test
    void some_rows_published_and_one_returned_make_a_published_batch_with_an_open_return() {
        Submission batch = sent(1, 3);
        ReceiptsImport first = take(cases.published(1)).receipts();
        assertThat(first.publishedRows()).isEqualTo(1);
        assertThat(now(batch).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);

        take(cases.returned(2, "姓名有误"));
        assertThat(now(batch).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
        assertThat(now(batch).carriedRows()).isEqualTo(2);

        take(cases.published(3));
        assertThat(now(batch).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(deadlines(batch)).containsExactly("D3 MET", "D4 MET");
        assertThat(openReturns(batch)).containsExactly("MINISTRY RECORDED 1 MINISTRY 姓名有误");
    }

    @Test
    void a_return_as_the_last_receipt_of_a_partly_published_batch_publishes_it() {
        Submission batch = sent(1, 2);
        take(cases.published(1), cases.returned(2, "证件号码有误"));
        assertThat(now(batch).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(acts(batch)).endsWith("SUBMISSION_RETURN_SOME", "SUBMISSION_PUBLISH_REST");
    }

    @Test
    void a_batch_of_which_everything_is_returned_is_returned_by_the_ministry() {
        Submission batch = sent(1, 2);
        take(cases.returned(1, "姓名有误"), cases.returned(2, "姓名有误"));
        assertThat(now(batch).stage()).isEqualTo(Stage.RETURNED_BY_MINISTRY);
        assertThat(now(batch).carriedRows()).isZero();
        assertThat(openReturns(batch)).hasSize(2);
    }

    @Test
    void the_same_file_again_and_one_that_overlaps_have_no_effect() {
        Submission batch = sent(1, 3);
        ReceiptFile file = file(List.of(cases.published(1), cases.returned(2, "姓名有误")));
        ReceiptsImport first = importing.importFile(file, PROVINCE, null).receipts();
        Submission after = now(batch);
        int imports = count("ministry_receipts");

        ReceiptsImport.Outcome again = importing.importFile(file, PROVINCE, null);
        assertThat(again.repeated()).isTrue();
        assertThat(again.receipts()).isEqualTo(first);
        assertThat(now(batch)).isEqualTo(after);
        assertThat(count("ministry_receipts")).isEqualTo(imports);

        ReceiptsImport overlap =
                take(cases.returned(2, "姓名有误"), cases.published(1), cases.published(3)).receipts();
        assertThat(overlap.publishedRows()).isEqualTo(1);
        assertThat(overlap.returnedRows()).isZero();
        assertThat(overlap.unchangedRows()).isEqualTo(2);
        assertThat(openReturns(batch)).hasSize(1);
        assertThat(receipts.find(overlap.number())).isEqualTo(overlap);
    }

    @Test
    void an_id_number_in_the_ministrys_reason_is_masked_and_the_row_known_again() {
        sent(1, 2);
        String reason = "证件号码44009919900101123X与姓名不符";
        assertThat(take(cases.published(1), cases.returned(2, reason)).receipts().returnedRows()).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "SELECT r.remark FROM return_row r JOIN certificate c ON c.id = r.certificate_id WHERE c.number = ?",
                        String.class, cases.number(2)))
                .isEqualTo("证件号码440*************3X与姓名不符");
        assertThat(take(cases.returned(2, reason)).receipts().unchangedRows()).isEqualTo(1);
    }

    @Test
    void two_imports_of_the_same_file_at_once_take_effect_once() {
        Submission batch = sent(1, 300);
        ReceiptFile file = file(Stream.iterate(1, i -> i + 1).limit(300).map(cases::published).toList());
        List<CompletableFuture<ReceiptsImport.Outcome>> both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> importing.importFile(file, PROVINCE, null)))
                .limit(2)
                .toList();
        assertThat(both).extracting(outcome -> outcome.join().repeated()).containsExactlyInAnyOrder(false, true);
        assertThat(acts(batch)).filteredOn(act -> act.equals("SUBMISSION_PUBLISH_REST")).hasSize(1);
    }

    @Test
    void a_return_that_repeats_an_earlier_one_after_a_correction_was_sent_is_left_to_a_person() {
        Submission batch = sent(1, 2);
        take(cases.returned(1, "姓名有误"));
        // As if its correction had come and gone up again.
        jdbc.update("UPDATE certificate SET return_id = NULL WHERE number = ?", cases.number(1));
        ReceiptsImport.Outcome again = take(cases.published(2), cases.returned(1, "姓名有误"));
        assertThat(again.receipts().unchangedRows()).isEqualTo(1);
        assertThat(again.awaitedAgain()).containsExactly(3);
        assertThat(now(batch).stage()).isEqualTo(Stage.SENT_TO_MINISTRY);
        assertThat(take(cases.returned(1, "再次退回：姓名有误")).receipts().returnedRows()).isEqualTo(1);
    }

    @Test
    void every_error_of_every_row_is_told_at_once_and_nothing_changes(@Autowired MessageSource messages) {
        Submission batch = sent(1, 6);
        Submission review = cases.batch(Stage.PROVINCE_REVIEW, 100, 1);
        take(cases.published(1), cases.returned(2, "姓名有误"));
        jdbc.update("UPDATE certificate SET standing = 'DELETED' WHERE number = ?", cases.number(6));
        Submission before = now(batch);
        int importsBefore = count("ministry_receipts");

        ReceiptsRefused refusal = catchThrowableOfType(ReceiptsRefused.class, () -> take(
                cases.number(3) + ",公布,,",
                cases.number(4) + ",退回,,",
                cases.number(4) + ",退回,,重复",
                cases.returned(1, "已公布又退回"),
                cases.number(1) + ",公布," + cases.today().minusDays(1) + ",",
                cases.published(2),
                cases.returned(2, "另一原因"),
                cases.published(100),
                cases.published(999),
                cases.published(6),
                cases.number(5) + ",公布," + cases.today().minusDays(1) + ",",
                cases.number(3).replace("S", "X") + ",同意," + cases.today() + ",",
                cases.number(7) + ",公布," + cases.today().plusDays(1) + ",多余"));
        assertThat(refusal.flaws())
                .extracting(flaw -> flaw.rowNo() + " " + flaw.field() + " " + flaw.flaw().code())
                .containsExactly(
                        "2 PUBLISHED_ON receipt.date-missing",
                        "3 REASON receipt.reason-missing",
                        "4 NUMBER receipt.doubled",
                        "5 RESULT receipt.published-before",
                        "6 NUMBER receipt.doubled",
                        "7 RESULT receipt.returned-before",
                        "8 NUMBER receipt.doubled",
                        "9 NUMBER receipt.not-sent",
                        "10 NUMBER receipt.unknown",
                        "11 NUMBER receipt.deleted",
                        "12 PUBLISHED_ON receipt.date-before-sending",
                        "13 NUMBER number.category",
                        "13 RESULT receipt.result",
                        "14 PUBLISHED_ON receipt.date-future",
                        "14 REASON receipt.reason-of-published");
        assertThat(refusal.flaws())
                .extracting(flaw -> messages.getMessage(flaw.flaw(), Locale.SIMPLIFIED_CHINESE))
                .noneMatch(text -> text.contains("{"));
        assertThat(now(batch)).isEqualTo(before);
        assertThat(now(review).stage()).isEqualTo(Stage.PROVINCE_REVIEW);
        assertThat(count("ministry_receipts")).isEqualTo(importsBefore);
    }

    @Test
    void every_text_of_a_receipts_flaw_is_used() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/zhengxun/registry/submission/ministry"))) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        assertThat(ResourceBundle.getBundle("messages/registry").keySet())
                .filteredOn(key -> key.startsWith("flaw.receipt."))
                .hasSizeGreaterThan(10)
                .allMatch(key -> sources.indexOf('"' + key.replace("flaw.receipt.", "") + '"') >= 0);
    }

    @ParameterizedTest
    @CsvSource({"公布, true", "已公布, true", "通过, true", "退回, false", "不通过, false"})
    void common_words_for_a_result_are_understood(String word, boolean published) {
        Submission batch = sent(1, 1);
        take(cases.number(1) + "," + word + "," + (published ? cases.today() + "," : ",姓名有误"));
        assertThat(now(batch).stage()).isEqualTo(published ? Stage.PUBLISHED : Stage.RETURNED_BY_MINISTRY);
    }

    @Test
    void contradictions_with_earlier_receipts_are_named_with_the_earlier_ones() {
        sent(1, 2);
        take(cases.published(1), cases.returned(2, "姓名有误"));
        assertThat(flaw(cases.number(1) + ",公布," + cases.today().minusDays(1) + ",")).isEqualTo("published-before");
        assertThat(flaw(cases.returned(1, "姓名有误"))).isEqualTo("published-before");
        assertThat(flaw(cases.published(2))).isEqualTo("returned-before");
        assertThat(flaw(cases.returned(2, "另一原因"))).isEqualTo("returned-before");
    }

    private String flaw(String line) {
        ReceiptsRefused refusal = catchThrowableOfType(ReceiptsRefused.class, () -> take(line));
        assertThat(refusal.flaws()).hasSize(1);
        return refusal.flaws().get(0).flaw().code().replace("receipt.", "");
    }

    @Test
    void a_file_without_rows_is_refused() {
        assertThatThrownBy(() -> importing.importFile(file(List.of()), PROVINCE, null))
                .isInstanceOf(UnreadableSheet.class);
    }

    private Submission sent(int firstSerial, int rows) {
        Submission batch = cases.batch(Stage.PROVINCE_APPROVED, firstSerial, rows);
        exporting.export(List.of(seen(batch)), LINES, PROVINCE, null);
        return batch;
    }

    private ReceiptsImport.Outcome take(String... lines) {
        return importing.importFile(file(List.of(lines)), PROVINCE, null);
    }

    private Submission now(Submission batch) {
        return submissions.find(batch.id()).orElseThrow();
    }

    private static Ordered seen(Submission batch) {
        return new Ordered(batch.number(), batch.version());
    }

    private String content(MinistryExport export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.writeTo(export, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String line(String name, int serial) {
        return name + ",护照,E%08d,电工,无,高级工,".formatted(serial) + cases.number(serial) + ",2026-11-02,"
                + cases.institution.name();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> deadlines(Submission batch) {
        return clocks.of(Workflow.subject(batch)).stream()
                .filter(deadline -> deadline.rule() == DeadlineRule.D3 || deadline.rule() == DeadlineRule.D4)
                .map((Deadline deadline) -> deadline.rule() + " " + deadline.state())
                .toList();
    }

    private List<String> acts(Submission batch) {
        return jdbc.queryForList(
                "SELECT act FROM audit_entry WHERE subject_key = ? ORDER BY id", String.class, batch.number());
    }

    private List<String> openReturns(Submission batch) {
        return jdbc.queryForList("""
                SELECT CONCAT_WS(' ', r.returned_by, r.state, r.row_count, w.reason_code, w.remark)
                FROM submission_return r JOIN return_row w ON w.return_id = r.id
                WHERE r.submission_id = ? ORDER BY r.id, w.row_no""", String.class, batch.id());
    }

    private int count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }
}

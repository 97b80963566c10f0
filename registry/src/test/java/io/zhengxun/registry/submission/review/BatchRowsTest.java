package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.BatchCases.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
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
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class BatchRowsTest {

    private static final String NAME = "陈甲子";
    private static final int LIMIT = 3;

    @Autowired
    BatchRows rows;

    @Autowired
    BatchCases cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    Clock clock;

    private final int ids = FreshNumbers.next();

    @ParameterizedTest
    @CsvSource({
        // stage, tier, role, in full
        "DRAFT, MUNICIPAL, INSTITUTION_DATA_MANAGER, true", "PUBLISHED, MUNICIPAL, INSTITUTION_DATA_MANAGER, true",
        "RECEIVED, MUNICIPAL, CITY_DATA_MANAGER, true", "CITY_REVIEWED, MUNICIPAL, CITY_LEAD, true",
        "DRAFT, MUNICIPAL, CITY_DATA_MANAGER, false", "PROVINCE_REVIEW, MUNICIPAL, CITY_DATA_MANAGER, false",
        "PROVINCE_REVIEW, MUNICIPAL, CITY_LEAD, false", "RETURNED_BY_CITY, MUNICIPAL, CITY_DATA_MANAGER, false",
        "CITY_REVIEW, MUNICIPAL, PROVINCE_REVIEWER, false", "CITY_REVIEW, MUNICIPAL, PROVINCE_LEAD, false",
        "RECEIVED, PROVINCIAL, PROVINCE_REVIEWER, true", "PROVINCE_REVIEWED, MUNICIPAL, PROVINCE_LEAD, true",
        "SENT_TO_MINISTRY, MUNICIPAL, PROVINCE_REVIEWER, false", "PUBLISHED, MUNICIPAL, PROVINCE_LEAD, false",
        "CITY_REVIEW, MUNICIPAL, AUDITOR, false", "PROVINCE_REVIEW, MUNICIPAL, AUDITOR, false",
        "PROVINCE_REVIEW, MUNICIPAL, ADMINISTRATOR, false",
    })
    void who_works_on_a_batch_reads_it_in_full_and_that_is_on_record(Stage stage, Tier tier, Role role, boolean inFull) {
        Institution institution = cases.institution(tier);
        Submission batch = cases.at(stage, institution, certificates(institution, 2));
        Staff reader = staff(role, institution);

        BatchRows.Page page = rows.page(batch.number(), 0, LIMIT, reader);

        assertThat(page.inFull()).isEqualTo(inFull);
        assertThat(page.rows()).extracting(row -> row.certificate().name()).containsOnly(inFull ? NAME : "陈**");
        assertThat(page.rows()).extracting(row -> row.certificate().idNumber())
                .isEqualTo(List.of(shownId(2, inFull), shownId(3, inFull)));
        List<AuditEntry> looks = looks(batch);
        assertThat(looks).hasSize(inFull ? 1 : 0);
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.after()).isEqualTo(Map.of("rows", "2-3"));
            assertThat(look.actor().username()).isEqualTo(reader.username());
        });
    }

    private String shownId(int rowNo, boolean inFull) {
        IdNumber id = id(rowNo);
        return inFull ? "E%05d%03d".formatted(ids, rowNo) : id.masked();
    }

    @Test
    void rows_come_page_by_page_in_their_order_with_a_record_for_each() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Submission batch = cases.at(Stage.CITY_REVIEW, institution, certificates(institution, 7));
        Staff reviewer = staff(Role.CITY_DATA_MANAGER, institution);

        BatchRows.Page first = rows.page(batch.number(), 0, LIMIT, reviewer);
        BatchRows.Page second = rows.page(batch.number(), first.next(), LIMIT, reviewer);
        BatchRows.Page third = rows.page(batch.number(), second.next(), LIMIT, reviewer);

        assertThat(rowNos(first)).containsExactly(2, 3, 4);
        assertThat(rowNos(second)).containsExactly(5, 6, 7);
        assertThat(rowNos(third)).containsExactly(8);
        assertThat(third.next()).isNull();
        assertThat(looks(batch)).extracting(look -> look.after().get("rows")).containsExactly("2-4", "5-7", "8-8");
        assertThat(rows.page(batch.number(), 8, LIMIT, reviewer).rows()).isEmpty();
        assertThat(looks(batch)).hasSize(3);
    }

    @Test
    void each_row_comes_with_what_the_machine_noticed() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        List<NewCertificate> certificates = List.of(certificate(institution, 2), certificate(institution, 5));
        Submission batch = cases.at(Stage.RECEIVED, institution, certificates);

        BatchRows.Page page = rows.page(batch.number(), 0, LIMIT, staff(Role.CITY_DATA_MANAGER, institution));

        assertThat(page.rows().get(0).findings()).isEmpty();
        assertThat(page.rows().get(1).findings()).extracting(Finding::code).containsExactly(Finding.Code.SERIAL_GAP);
    }

    @Test
    void a_batch_outside_of_the_scope_is_absent_and_nobody_has_looked() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Submission batch = cases.at(Stage.CITY_REVIEW, institution, certificates(institution, 2));

        for (Staff other : List.of(
                BatchCases.staff("elsewhere", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY_ELSEWHERE)),
                staff(Role.INSTITUTION_DATA_MANAGER, cases.institution(Tier.MUNICIPAL)))) {
            assertThatThrownBy(() -> rows.page(batch.number(), 0, LIMIT, other)).isInstanceOf(Absent.class);
        }
        assertThat(looks(batch)).isEmpty();
    }

    @Test
    void a_row_that_gets_into_a_log_reveals_nothing() {
        Institution institution = cases.institution(Tier.MUNICIPAL);
        Submission batch = cases.at(Stage.CITY_REVIEW, institution, certificates(institution, 2));

        BatchRows.Page page = rows.page(batch.number(), 0, LIMIT, staff(Role.CITY_DATA_MANAGER, institution));

        assertThat(page.toString()).doesNotContain(NAME).doesNotContain(shownId(2, true));
    }

    private List<AuditEntry> looks(Submission batch) {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.SUBMISSION, batch.number())).stream()
                .filter(entry -> entry.act().equals("ROWS_SHOWN"))
                .toList();
    }

    private static List<Integer> rowNos(BatchRows.Page page) {
        return page.rows().stream().map(row -> row.certificate().rowNo()).toList();
    }

    private List<NewCertificate> certificates(Institution institution, int count) {
        return IntStream.range(2, count + 2).mapToObj(rowNo -> certificate(institution, rowNo)).toList();
    }

    private NewCertificate certificate(Institution institution, int rowNo) {
        LocalDate issued = LegalTime.dayOf(clock.instant());
        String number = institution.numberPrefix() + "%02d3%06d".formatted(issued.getYear() % 100, rowNo);
        return new NewCertificate(
                rowNo, CertificateNumber.of(number), new Holder(PersonName.of(NAME), id(rowNo)), "电工", "无",
                Level.ADVANCED, issued, Standing.VALID);
    }

    private IdNumber id(int rowNo) {
        return IdNumber.of(IdType.PASSPORT, "E%05d%03d".formatted(ids, rowNo));
    }
}

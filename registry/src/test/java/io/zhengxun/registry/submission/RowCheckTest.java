package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.CertificateField.ID_NUMBER;
import static io.zhengxun.registry.submission.CertificateField.INSTITUTION;
import static io.zhengxun.registry.submission.CertificateField.ISSUE_DATE;
import static io.zhengxun.registry.submission.CertificateField.LEVEL;
import static io.zhengxun.registry.submission.CertificateField.NAME;
import static io.zhengxun.registry.submission.CertificateField.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.deadline.DeadlineSettings;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.issuance.Issuance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class RowCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Institution INSTITUTION_ROW =
            new Institution(1, "S000044010001", "广州示例评价中心（测试）", Tier.MUNICIPAL, "440100", "000-00000000");
    private static final FiledScope SCOPE = FiledScope.of(List.of(
            new FiledScope.Line("电工", Level.ADVANCED),
            new FiledScope.Line("电工", Level.APPRENTICE),
            new FiledScope.Line("焊工", Level.SPECIAL_GRADE_TECHNICIAN)));
    private static final ResourceBundleMessageSource MESSAGES = messages();

    private final Map<CertificateField, SheetCell> cells = rightCells();

    @Test
    void a_right_row_becomes_a_certificate() {
        RowCheck check = check();
        assertThat(flaws(check)).isEmpty();
        NewCertificate certificate = check.certificate();
        assertThat(certificate.rowNo()).isEqualTo(17);
        assertThat(certificate.number().value()).isEqualTo("S000044010001263000001");
        assertThat(certificate.holder().name().plain()).isEqualTo("测试甲");
        assertThat(certificate.level()).isEqualTo(Level.ADVANCED);
        assertThat(certificate.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
    }

    @ParameterizedTest
    @EnumSource(CertificateField.class)
    void every_field_is_needed(CertificateField field) {
        cells.put(field, SheetCell.text(" \u3000"));
        assertThat(flaws(check())).containsExactly(field + " C1 cell.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, 测试1, C1 name.character",
        "ID_TYPE, 学生证, C2 id-type.unknown",
        "ID_NUMBER, 440099199001011230, C2 id.check-character",
        "OCCUPATION, 茶艺师, C4 scope.occupation",
        "LEVEL, 初级, C3 level.unknown",
        "NUMBER, S00004401000126300000, C3 number.length",
        "ISSUE_DATE, 2026-11-31, C1 date.not-real",
        "INSTITUTION, 别的机构有限公司, C1 institution.name",
    })
    void a_wrong_field_is_named_with_its_rule(CertificateField field, String text, String flaw) {
        cells.put(field, SheetCell.text(text));
        assertThat(flaws(check())).contains(field + " " + flaw);
    }

    @ParameterizedTest
    @CsvSource({"NAME, C1 name.character", "OCCUPATION, C1 text.line-break", "JOB, C1 text.line-break"})
    void what_turns_the_order_of_a_text_may_not_stand_in_it(CertificateField field, String flaw) {
        cells.put(field, SheetCell.text("电\u202E工"));
        assertThat(flaws(check())).contains(field + " " + flaw);
    }

    @Test
    void all_flaws_of_a_row_are_named_at_once_in_the_order_of_the_columns() {
        cells.put(NUMBER, SheetCell.text("S000044010002254000001"));
        cells.put(NAME, SheetCell.EMPTY);
        cells.put(ISSUE_DATE, SheetCell.text("2026-11-24"));
        assertThat(flaws(check())).containsExactly(
                "NAME C1 cell.empty",
                "NUMBER C3 number.prefix", "NUMBER C3 number.year", "NUMBER C3 number.level-differs",
                "ISSUE_DATE C1 date.future");
    }

    @Test
    void the_number_is_compared_with_the_level_even_without_a_readable_date() {
        cells.put(NUMBER, SheetCell.text("S000044010001264000001"));
        cells.put(ISSUE_DATE, SheetCell.text("?"));
        assertThat(flaws(check())).containsExactly(
                "NUMBER C3 number.level-differs", "ISSUE_DATE C1 date.unreadable");
    }

    @Test
    void a_level_that_is_not_filed_is_answered_with_those_that_are() {
        cells.put(LEVEL, SheetCell.text("中级工"));
        cells.put(NUMBER, SheetCell.text("S000044010001264000001"));
        assertThat(check().flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo(LEVEL);
            assertThat(text(flaw)).isEqualTo("电工未备案该等级，已备案的等级：高级工、学徒工");
        });
    }

    @Test
    void what_was_registered_stays_reportable_when_the_filed_scope_is_narrowed() {
        cells.put(CertificateField.OCCUPATION, SheetCell.text("钳工"));
        assertThat(flaws(check())).containsExactly("OCCUPATION C4 scope.occupation");
        Instant registered = Instant.parse("2026-11-02T02:00:00Z");
        Issuance issuance = new Issuance(
                1, "FZ261102-22222222", 1, "440100", "计划1", "钳工", Level.ADVANCED, 1, LocalDate.of(2026, 11, 2), 0,
                Issuance.State.OPEN, "own", registered, null, null, null, TODAY, TODAY, 0);
        assertThat(flaws(new RowCheck(new BatchRow(17, cells), rules(TODAY).answering(issuance)))).isEmpty();
    }

    @Test
    void a_special_grade_number_has_no_institution_in_it() {
        cells.put(CertificateField.OCCUPATION, SheetCell.text("焊工"));
        cells.put(LEVEL, SheetCell.text("特级技师"));
        cells.put(NUMBER, SheetCell.text("GD00000000000000000001"));
        assertThat(flaws(check())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "广州示例评价中心(测试)", "'广州示例评价中心（测试） '", "广州 示例评价中心（测试）",
    })
    void the_width_of_brackets_does_not_make_another_institution(String name) {
        cells.put(INSTITUTION, SheetCell.text(name));
        assertThat(flaws(check())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // issue date, today: tomorrow is not, today is, the last day of D1 and of D8 are, the days after are not
        "2026-11-24, 2026-11-23, date.future, false",
        "2026-11-23, 2026-11-23, , false",
        "2026-10-24, 2026-11-23, , false",
        "2026-10-23, 2026-11-23, , false",
        "2026-10-22, 2026-11-23, , false",
        "2026-10-21, 2026-11-23, , true",
        "2026-03-01, 2026-09-01, , true",
        "2026-03-01, 2026-09-02, date.too-late, false",
        // Sunday 2026-11-22 is no working day: the period ends on Monday (T1).
        "2026-05-22, 2026-11-23, , true",
        "2026-05-22, 2026-11-24, date.too-late, false",
        // Months end on the last day if there is no corresponding one (T1).
        "2025-08-31, 2026-02-28, , true",
        "2025-08-31, 2026-03-01, date.too-late, false",
    })
    void the_day_of_receipt_decides_between_on_time_late_and_too_late(
            LocalDate issued, LocalDate today, String flaw, boolean late) {
        cells.put(ISSUE_DATE, SheetCell.text(issued.toString()));
        cells.put(NUMBER, SheetCell.text("S000044010001" + issued.getYear() % 100 + "3000001"));
        RowCheck check = check(today);
        assertThat(check.flaws().stream().map(found -> found.flaw().code()).toList())
                .isEqualTo(flaw == null ? List.of() : List.of(flaw));
        assertThat(check.isLate()).isEqualTo(late);
    }

    @Test
    void what_is_too_late_is_told_the_last_day() {
        cells.put(ISSUE_DATE, SheetCell.text("2026-03-01"));
        assertThat(check().flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.flaw().rule()).isEqualTo("D8");
            assertThat(text(flaw)).contains("6 个月", "2026-09-01");
        });
    }

    @Test
    void nobody_is_born_after_the_certificate() {
        cells.put(ID_NUMBER, SheetCell.text("440099202611021234"));
        assertThat(flaws(check())).singleElement().asString().startsWith("ID_NUMBER C2 id.");
        cells.put(ID_NUMBER, SheetCell.text(idNumber("44009920261102123")));
        assertThat(flaws(check())).containsExactly("ID_NUMBER C2 id.born-after-issue");
        cells.put(ID_NUMBER, SheetCell.text(idNumber("44009920261101123")));
        assertThat(flaws(check())).isEmpty();
    }

    @Test
    void flaws_hold_neither_the_name_nor_the_id_number() {
        cells.put(NAME, SheetCell.text("测试甲9"));
        cells.put(ID_NUMBER, SheetCell.text("440099199001011230"));
        String shown = check().flaws().stream()
                .map(flaw -> flaw + text(flaw))
                .collect(Collectors.joining());
        assertThat(shown).doesNotContain("测试甲").doesNotContain("440099199001011230");
    }

    private RowCheck check() {
        return check(TODAY);
    }

    private RowCheck check(LocalDate today) {
        return new RowCheck(new BatchRow(17, cells), rules(today));
    }

    private static ReportingRules rules(LocalDate today) {
        return new ReportingRules(
                INSTITUTION_ROW, SCOPE, today, new Deadlines(() -> new WorkingDays(List.of()), DeadlineSettings.ofTheTable(), MESSAGES));
    }

    private static List<String> flaws(RowCheck check) {
        return check.flaws().stream()
                .map(flaw -> flaw.field() + " " + flaw.flaw().rule() + " " + flaw.flaw().code())
                .toList();
    }

    private static String text(RowFlaw flaw) {
        return MESSAGES.getMessage(flaw.flaw(), Locale.SIMPLIFIED_CHINESE);
    }

    private static Map<CertificateField, SheetCell> rightCells() {
        Map<CertificateField, SheetCell> cells = new EnumMap<>(CertificateField.class);
        String[] texts = {
            "测试甲", "居民身份证", idNumber("44009919900101123"), "电工", "无", "高级工", "S000044010001263000001", "2026-11-02",
            "广州示例评价中心（测试）"
        };
        for (CertificateField field : CertificateField.values()) {
            cells.put(field, SheetCell.text(texts[field.ordinal()]));
        }
        return cells;
    }

    private static String idNumber(String first17) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (first17.charAt(i) - '0') * weights[i];
        }
        return first17 + "10X98765432".charAt(sum % 11);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

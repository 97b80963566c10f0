package io.zhengxun.registry.submission.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.CertificateData;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.submission.CertificateField;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a correction changed, field by field (R3). */
class DifferenceTest {

    private static final CertificateData BEFORE = data("测甲|PASSPORT|E12345678|电工|无|ADVANCED|2026-11-02");

    @ParameterizedTest
    @CsvSource({
        "测甲|PASSPORT|E12345678|电工|无|ADVANCED|2026-11-02,",
        "测乙|PASSPORT|E12345678|电工|无|ADVANCED|2026-11-02, NAME",
        "测甲|PASSPORT|E12345679|电工|无|ADVANCED|2026-11-02, ID_NUMBER",
        "测甲|PASSPORT|E12345678|钳工|无|ADVANCED|2026-11-02, OCCUPATION",
        "测甲|PASSPORT|E12345678|电工|维修|ADVANCED|2026-11-02, JOB",
        "测甲|PASSPORT|E12345678|电工|无|TECHNICIAN|2026-11-02, LEVEL",
        "测甲|PASSPORT|E12345678|电工|无|ADVANCED|2026-11-03, ISSUE_DATE",
        "测甲|TAIWAN_PERMIT|12345678|电工|无|ADVANCED|2026-11-02, ID_TYPE ID_NUMBER",
        "测乙|PASSPORT|E12345678|电工|维修|ADVANCED|2026-11-02, NAME JOB"})
    void exactly_the_fields_that_differ_are_marked(String after, String changed) {
        List<String> expected = changed == null ? List.of() : List.of(changed.split(" "));

        assertThat(Difference.between(BEFORE, data(after), true))
                .hasSize(7)
                .filteredOn(Difference::changed)
                .extracting(difference -> difference.field().name())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void before_and_after_are_shown_in_the_standard_order() {
        assertThat(Difference.between(BEFORE, BEFORE, true)).extracting(Difference::before).containsExactly(
                "测甲", "护照", "E12345678", "电工", "无", "高级工", "2026-11-02");
    }

    @Test
    void masks_that_look_alike_do_not_hide_a_change() {
        CertificateData after = data("测乙|PASSPORT|E12000078|电工|无|ADVANCED|2026-11-02");

        assertThat(Difference.between(BEFORE, after, false)).startsWith(
                new Difference(CertificateField.NAME, "测*", "测*", true));
        assertThat(Difference.between(BEFORE, after, false).get(2)).satisfies(number -> {
            assertThat(number.before()).isEqualTo(number.after()).doesNotContain("345");
            assertThat(number.changed()).isTrue();
        });
    }

    private static CertificateData data(String fields) {
        String[] field = fields.split("\\|");
        Holder holder = new Holder(PersonName.of(field[0]), IdNumber.of(IdType.valueOf(field[1]), field[2]));
        return new CertificateData(holder, field[3], field[4], Level.valueOf(field[5]), LocalDate.parse(field[6]));
    }
}

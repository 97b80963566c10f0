package io.zhengxun.registry.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Q3, Q6, C6: a report shows no name and no ID number, whatever column they stand in. */
class ShownCellTest {

    private final ShownCell shown = new ShownCell(new ReportingRules(
            new Institution(1, "S000044010001", "广州示例评价中心（测试）", Tier.MUNICIPAL, "440100", "000-00000000"),
            FiledScope.of(List.of(new FiledScope.Line("电工", Level.ADVANCED))),
            LocalDate.of(2026, 11, 23),
            null));

    @ParameterizedTest
    @CsvSource({
        "NAME, 测试甲, 测**", "NAME, 测, *", "NAME, 440106199001011237, 440*************37",
        "ID_NUMBER, 440106199001011237, 440*************37", "ID_NUMBER, 测试甲440106199001011237, 测***",
        "OCCUPATION, ZHANG SAN, Z***", "OCCUPATION, 买买提·艾力江, 买***", "OCCUPATION, 测试甲, 测**",
        "OCCUPATION, 4400 9919 6201 0100 14, 440*************14", "OCCUPATION, 4400-9919-6201-0100-14, 440*************14",
        "JOB, 测试（样例）, 测***", "JOB, 电话13800000000, 电***", "JOB, H12345678, H1*****78",
        "ID_TYPE, 测试, 测*", "LEVEL, 测试甲, 测**", "LEVEL, ４４０１０６１９９００１, 440*******01",
        "NUMBER, 440099 19620101 0014, 440*************14", "NUMBER, 测试440099196201010014, 测***",
        "NUMBER, S440099196201010014, S44**************14", "NUMBER, ID440099196201010014, ID4***************14",
        "NUMBER, LI44009919620101001, LI4**************01", "NUMBER, ABCDEFGHIJKLMNOPQRSTU, A***",
        "NUMBER, E1234567, E1****67", "NUMBER, S00004401000126300, S00*************00",
        "ISSUE_DATE, H12345678, H1*****78", "ISSUE_DATE, 12345678, 12****78", "ISSUE_DATE, 测试甲, 测**",
        "INSTITUTION, 440106199001011237, 440*************37", "INSTITUTION, 别的机构有限公司, 别***",
    })
    void what_may_be_a_name_or_an_id_number_is_masked(CertificateField field, String text, String masked) {
        assertThat(shown.of(field, text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "ID_TYPE, 身份证", "OCCUPATION, 电工", "JOB, 无", "JOB, 电工", "LEVEL, 三级/高级工", "LEVEL, 高级工",
        "NUMBER, S000044010001263000001", "NUMBER, S00004401000126300000", "NUMBER, y0000440100012630000011",
        "NUMBER, GD00000000000000000001", "NUMBER, S0000440100O126300000l", "NUMBER, S0000 4401 0001 2630 0000 1",
        "ISSUE_DATE, 2026-09-22", "ISSUE_DATE, 20260922", "ISSUE_DATE, 2026年9月22日", "ISSUE_DATE, 2026-13-45",
        "ISSUE_DATE, 9/22/2026", "ISSUE_DATE, 2026-09-22 10:30", "ISSUE_DATE, 2026/9",
        "ISSUE_DATE, ２０２６－１１－０１",
        "INSTITUTION, 广州示例评价中心(测试)",
    })
    void what_is_nobodys_is_shown(CertificateField field, String text) {
        assertThat(shown.of(field, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(CertificateField.class)
    void what_is_shown_is_short_and_nothing_of_nothing(CertificateField field) {
        assertThat(shown.of(field, "")).isEmpty();
        assertThat(shown.of(field, "9".repeat(5000))).hasSizeLessThanOrEqualTo(41);
        assertThat(shown.of(field, " - ")).isEqualTo("*");
    }
}

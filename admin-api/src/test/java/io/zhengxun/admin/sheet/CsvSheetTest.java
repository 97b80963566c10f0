package io.zhengxun.admin.sheet;

import static io.zhengxun.admin.sheet.SheetFixtures.file;
import static io.zhengxun.admin.sheet.SheetFixtures.header;
import static io.zhengxun.admin.sheet.SheetFixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.SheetCell.Kind;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    private static final String ROW = "测试甲,居民身份证,1,电工,无,高级工,2,2026-09-22,示例机构";

    static List<byte[]> encodings() {
        String csv = header() + "\r\n" + ROW + "\r\n";
        return List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(Charset.forName("GB18030")),
                csv.getBytes(Charset.forName("GBK")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void the_encodings_of_chinese_spreadsheets_are_read(byte[] csv) {
        List<BatchRow> rows = rows(file(csv));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.rowNo()).isEqualTo(2);
            assertThat(row.cell(CertificateField.NAME).text()).isEqualTo("测试甲");
            assertThat(row.cell(CertificateField.INSTITUTION).text()).isEqualTo("示例机构");
        });
    }

    @Test
    void what_is_valid_in_no_encoding_is_refused_rather_than_guessed() {
        byte[] csv = (header() + "\r\n" + ROW + "?").getBytes(StandardCharsets.UTF_8);
        csv[csv.length - 1] = (byte) 0xFF;
        assertRefused(csv, "encoding");
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_shows_them() {
        String csv = header() + "\n\n" + ROW.replace("无", "\"两\n行\"") + "\n,,,,\n" + ROW;
        assertThat(rows(file(csv))).extracting(BatchRow::rowNo).containsExactly(3, 5);
    }

    @Test
    void a_formula_is_named_and_a_text_kept_by_a_formula_is_a_text() {
        BatchRow row = rows(file(header() + "\n=A1,\"=\"\"身份证\"\"\",'1,电工,无,高级工,2,2026-09-22,x")).get(0);
        assertThat(row.cell(CertificateField.NAME).kind()).isEqualTo(Kind.FORMULA);
        assertThat(row.cell(CertificateField.ID_TYPE)).isEqualTo(SheetCell.text("身份证"));
    }

    @Test
    void a_control_character_from_a_document_is_left_to_the_report() {
        BatchRow row = rows(file(header() + "\n" + ROW.replace("电工", "电\u000b工"))).get(0);
        assertThat(row.cell(CertificateField.OCCUPATION)).isEqualTo(SheetCell.text("电\u000b工"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "；"})
    void columns_may_stand_apart_by_other_signs_than_commas(String sign) {
        String csv = "\"上报表,\"\n" + (header() + "\n" + ROW.replace("示例机构", "\"示例,机构\"")).replace(",", sign);
        BatchRow row = rows(file(csv.replace("示例" + sign, "示例,"))).get(0);
        assertThat(row.rowNo()).isEqualTo(3);
        assertThat(row.cell(CertificateField.NAME).text()).isEqualTo("测试甲");
        assertThat(row.cell(CertificateField.INSTITUTION).text()).isEqualTo("示例,机构");
    }

    @Test
    void a_sign_that_separates_elsewhere_is_a_character_where_commas_separate() {
        BatchRow row = rows(file(header() + "\n" + ROW.replace("示例机构", "示例;机构"))).get(0);
        assertThat(row.cell(CertificateField.INSTITUTION).text()).isEqualTo("示例;机构");
    }

    @Test
    void a_short_row_has_empty_cells() {
        BatchRow row = rows(file(header() + "\n测试甲,居民身份证")).get(0);
        assertThat(row.cell(CertificateField.INSTITUTION).isBlank()).isTrue();
    }

    @Test
    void columns_stand_in_any_order_under_any_of_their_names_below_a_title() {
        String csv = """
                证书数据上报表,,,,,,,,,
                填表人：,,,,,,,,,
                备注,发证机构,*证书编号,发证日期（年月日）,等级,工种（职业方向）,职业,身份证号码,证件类型,姓 名
                x,示例机构,2,2026-09-22,高级工,无,电工,1,居民身份证,测试甲
                """;
        BatchRow row = rows(file(csv)).get(0);
        assertThat(row.rowNo()).isEqualTo(4);
        assertThat(row.cell(CertificateField.NAME).text()).isEqualTo("测试甲");
        assertThat(row.cell(CertificateField.ID_NUMBER).text()).isEqualTo("1");
        assertThat(row.cell(CertificateField.JOB).text()).isEqualTo("无");
        assertThat(row.cell(CertificateField.ISSUE_DATE).text()).isEqualTo("2026-09-22");
    }

    @Test
    void missing_columns_are_all_named() {
        assertThatThrownBy(() -> rows(file(header().replace("姓名,", "").replace(",发证日期", "") + "\n" + ROW)))
                .isInstanceOfSatisfying(UnreadableSheet.class, refused -> {
                    assertThat(refused.code()).isEqualTo("missing-columns");
                    assertThat(refused.getArguments()[1]).isEqualTo("姓名、发证日期");
                });
    }

    @Test
    void doubled_columns_are_named() {
        assertThatThrownBy(() -> rows(file(header() + ",身份证号\n" + ROW)))
                .isInstanceOfSatisfying(UnreadableSheet.class, refused -> {
                    assertThat(refused.code()).isEqualTo("doubled-columns");
                    assertThat(refused.getArguments()).containsExactly("证件号码");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名,年龄\n甲,3", "a\n\n\n\n\n\n\n\n\n\n", "只有一行"})
    void a_file_without_the_header_is_refused(String csv) {
        assertRefused(csv.getBytes(StandardCharsets.UTF_8), "no-header");
    }

    @Test
    void a_header_below_the_tenth_row_is_not_looked_for() {
        assertThat(rows(file("标题\n".repeat(9) + header() + "\n" + ROW))).hasSize(1);
        assertRefused(("标题\n".repeat(10) + header() + "\n" + ROW).getBytes(StandardCharsets.UTF_8), "no-header");
    }

    @ParameterizedTest
    @CsvSource({"'\"测试甲,居民身份证'", "'\"测试\"甲,居民身份证'"})
    void unbalanced_quotes_are_refused_with_the_row(String row) {
        assertThatThrownBy(() -> rows(file(header() + "\n" + ROW + "\n" + row)))
                .isInstanceOfSatisfying(UnreadableSheet.class, refused -> {
                    assertThat(refused.code()).isEqualTo("csv-quotes");
                    assertThat(refused.getArguments()).containsExactly("3");
                    assertThat(refused).hasNoCause();
                });
    }

    @Test
    void one_row_more_than_allowed_is_refused() {
        SheetLimits two = new SheetLimits(
                SheetFixtures.LIMITS.fileSize(), 2, SheetFixtures.LIMITS.inflatedSize(), 200);
        byte[] csv = (header() + "\n" + ROW + "\n\n" + ROW).getBytes(StandardCharsets.UTF_8);
        assertThat(rows(SheetFile.of(csv, two))).hasSize(2);
        byte[] more = (header() + ("\n" + ROW).repeat(3)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(SheetFile.of(more, two)))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class, refused -> assertThat(refused.code()).isEqualTo("too-many-rows"));
    }

    private static void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> rows(file(content)))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}

package io.zhengxun.admin.sheet;

import static io.zhengxun.admin.sheet.SheetFixtures.GENEROUS;
import static io.zhengxun.admin.sheet.SheetFixtures.LIMITS;
import static io.zhengxun.admin.sheet.SheetFixtures.file;
import static io.zhengxun.admin.sheet.SheetFixtures.header;
import static io.zhengxun.admin.sheet.SheetFixtures.writeHeader;
import static io.zhengxun.admin.sheet.SheetFixtures.xlsx;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class AnnotatedSheetTest {

    private static final IntFunction<String> THIRD_ROW_IS_FAULTY = row -> row == 3 ? "姓名：请填写姓名" : "";

    @Test
    void a_csv_comes_back_with_all_columns_and_a_column_of_errors() throws IOException {
        String csv = "上报表\n" + header() + ",备注\na,b,c,d,e,f,g,h,i,\"x, y\"\n\n,b\n";
        assertThat(annotated(csv, row -> row == 5 ? "姓名：请填写姓名" : "", false)).isEqualTo(
                "\uFEFF上报表\r\n" + header() + ",备注,错误说明\r\na,b,c,d,e,f,g,h,i,\"x, y\",\r\n"
                        + "\"\",,,,,,,,,,\r\n\"\",b,,,,,,,,,姓名：请填写姓名\r\n");
    }

    @Test
    void only_the_faulty_rows_come_with_their_numbers() throws IOException {
        assertThat(annotated(header() + "\na,b\nc,d\ne,f\n", THIRD_ROW_IS_FAULTY, true)).isEqualTo(
                "\uFEFF" + header() + ",错误说明,原行号\r\nc,d,,,,,,,,姓名：请填写姓名,3\r\n");
    }

    @Test
    void the_column_of_errors_of_an_earlier_try_is_filled_anew() throws IOException {
        String once = annotated(header() + "\na\nb\n", row -> "第一次", false);
        assertThat(annotated(once, THIRD_ROW_IS_FAULTY, false))
                .doesNotContain("第一次")
                .containsOnlyOnce("错误说明")
                .contains("请填写姓名");
    }

    @Test
    void a_text_that_would_run_as_a_formula_is_written_as_a_text_and_read_back_as_it_was() throws IOException {
        String csv = header() + ",备注\n测试甲,b,c,d,e,f,g,h,i,@SUM(A1)\n=1+1,+1,-1,d,e,f,g,h,i,j\n";
        String once = annotated(csv, THIRD_ROW_IS_FAULTY, false);
        assertThat(once).contains(",'@SUM(A1)").contains("'=1+1,'+1,'-1,d");
        assertThat(annotated(once, THIRD_ROW_IS_FAULTY, false)).isEqualTo(once);
    }

    @Test
    void rows_of_the_longest_cells_come_back_whole() throws IOException {
        String longest = "测".repeat(32_767);
        byte[] content = xlsx(sheet -> {
            writeHeader(sheet, 0);
            for (int row = 1; row <= 30; row++) {
                for (int column = 0; column < 9; column++) {
                    sheet.inlineString(row, column, longest);
                }
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetFile sheet = SheetFile.of(content, GENEROUS);
        new AnnotatedSheet(sheet, THIRD_ROW_IS_FAULTY, false).writeTo(out);
        assertThat(SheetFixtures.rows(SheetFile.of(out.toByteArray(), GENEROUS)))
                .hasSize(30)
                .allSatisfy(row -> assertThat(row.cell(CertificateField.INSTITUTION).text()).isEqualTo(longest));
    }

    @Test
    void a_workbook_comes_back_as_a_workbook_of_texts() throws IOException {
        byte[] content = xlsx(sheet -> {
            writeHeader(sheet, 1);
            sheet.value(0, 0, "上报表");
            sheet.value(1, 9, "备注");
            sheet.value(2, 2, 440106199001011234L);
            sheet.value(2, 7, LocalDate.of(2026, 9, 22));
            sheet.style(2, 7).format("yyyy-mm-dd").set();
            sheet.value(2, 9, "=1+1");
            sheet.value(5, 0, "测试乙");
        });
        List<SheetRow> rows = rows(annotated(content, THIRD_ROW_IS_FAULTY, false));
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3, 6);
        assertThat(rows.get(1).cell(10).text()).isEqualTo("错误说明");
        SheetRow faulty = rows.get(2);
        assertThat(faulty.cells()).allMatch(cell -> cell.kind() == SheetCell.Kind.TEXT);
        assertThat(faulty.cell(7).text()).isEqualTo("2026-09-22");
        assertThat(faulty.cell(9).text()).isEqualTo("=1+1");
        assertThat(faulty.cell(10).text()).isEqualTo("姓名：请填写姓名");
        assertThat(rows.get(3).cell(0).text()).isEqualTo("测试乙");
    }

    @Test
    void a_long_workbook_comes_back_whole() throws IOException {
        byte[] content = xlsx(sheet -> {
            writeHeader(sheet, 0);
            for (int row = 1; row <= 3000; row++) {
                sheet.value(row, 0, "第" + row);
            }
        });
        List<SheetRow> rows = rows(annotated(content, row -> row % 2 == 0 ? "错" : "", true));
        assertThat(rows).hasSize(1501);
        assertThat(rows.get(1500).cell(10).text()).isEqualTo("3000");
    }

    @Test
    void the_template_is_a_sheet_without_rows() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/admin");
        messages.setDefaultEncoding("UTF-8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetTemplate(messages).writeTo(out);
        assertThat(SheetFixtures.rows(file(out.toByteArray()))).isEmpty();
    }

    private static String annotated(String csv, IntFunction<String> errors, boolean onlyFaulty) throws IOException {
        return new String(annotated(csv.getBytes(StandardCharsets.UTF_8), errors, onlyFaulty), StandardCharsets.UTF_8);
    }

    private static byte[] annotated(byte[] content, IntFunction<String> errors, boolean onlyFaulty) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedSheet(SheetFile.of(content, LIMITS), errors, onlyFaulty).writeTo(out);
        return out.toByteArray();
    }

    private static List<SheetRow> rows(byte[] content) {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetRows all = file(content).rows(SheetColumns.CERTIFICATES)) {
            for (SheetRow row = all.next(); row != null; row = all.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}

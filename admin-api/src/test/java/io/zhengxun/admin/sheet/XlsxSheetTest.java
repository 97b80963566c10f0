package io.zhengxun.admin.sheet;

import static io.zhengxun.admin.sheet.SheetFixtures.GENEROUS;
import static io.zhengxun.admin.sheet.SheetFixtures.file;
import static io.zhengxun.admin.sheet.SheetFixtures.parts;
import static io.zhengxun.admin.sheet.SheetFixtures.rows;
import static io.zhengxun.admin.sheet.SheetFixtures.sheetXml;
import static io.zhengxun.admin.sheet.SheetFixtures.workbook;
import static io.zhengxun.admin.sheet.SheetFixtures.writeHeader;
import static io.zhengxun.admin.sheet.SheetFixtures.xlsx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.SheetCell.Kind;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSheetTest {

    @Test
    void texts_dates_numbers_formulas_and_errors_are_told_apart() {
        BatchRow row = rows(file(xlsx(sheet -> {
            writeHeader(sheet, 0);
            sheet.value(1, 0, "测试甲");
            sheet.formula(1, 1, "CONCATENATE(A1,B1)");
            sheet.value(1, 2, 440106199001011234L);
            sheet.value(1, 7, LocalDate.of(2026, 9, 22));
            sheet.style(1, 7).format("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;").set();
        }))).get(0);
        assertThat(row.rowNo()).isEqualTo(2);
        assertThat(row.cell(CertificateField.NAME)).isEqualTo(SheetCell.text("测试甲"));
        assertThat(row.cell(CertificateField.ID_TYPE).kind()).isEqualTo(Kind.FORMULA);
        assertThat(row.cell(CertificateField.ID_NUMBER).kind()).isEqualTo(Kind.NUMBER);
        assertThat(row.cell(CertificateField.ID_NUMBER).text()).hasSize(18);
        assertThat(row.cell(CertificateField.ISSUE_DATE)).isEqualTo(new SheetCell(Kind.DATE, "2026-09-22"));
        assertThat(row.cell(CertificateField.JOB).isBlank()).isTrue();
    }

    @Test
    void a_number_in_scientific_notation_is_a_number_in_full() {
        String xml = sheetXml("<row r=\"2\"><c r=\"C2\"><v>4.4010619900101126E+17</v></c>"
                + "<c r=\"G2\" t=\"e\"><v>#N/A</v></c><c r=\"H2\"><v>1E+300</v></c></row>");
        BatchRow row = rows(file(workbook(parts(xml)))).get(0);
        assertThat(row.cell(CertificateField.ID_NUMBER))
                .isEqualTo(new SheetCell(Kind.NUMBER, "440106199001011260"));
        assertThat(row.cell(CertificateField.NUMBER)).isEqualTo(new SheetCell(Kind.ERROR, "#N/A"));
        assertThat(row.cell(CertificateField.ISSUE_DATE).text()).isEqualTo("1E+300");
    }

    /** Built-in format 14 is a date. */
    @ParameterizedTest
    @CsvSource({
        "<v>13800138000</v>, NUMBER, 13800138000",
        "<v>1E+300</v>, NUMBER, 1E+300",
        "<v>-1</v>, NUMBER, -1",
        "<v>2958466</v>, NUMBER, 2958466",
        "<v>2958465</v>, DATE, 9999-12-31",
        "<v>46287</v>, DATE, 2026-09-22",
        "<v>46287.5</v>, DATE, 2026-09-22",
        "<v></v>, TEXT, ''",
        "<v>no number</v>, ERROR, no number",
        "<f>A1</f><v>1E+300</v>, FORMULA, 1E+300",
        "<f>A1</f><v>46287</v>, FORMULA, 2026-09-22",
    })
    void a_date_that_is_no_day_does_not_hide_the_other_rows(String content, Kind kind, String text) {
        String odd = "<c r=\"H2\" s=\"1\">" + content + "</c><c r=\"K2\" s=\"1\">" + content + "</c>";
        Map<String, String> parts = parts(sheetXml("<row r=\"2\"><c r=\"C2\"><v>1</v></c>" + odd + "</row>"
                + "<row r=\"3\"><c r=\"C3\"><v>2</v></c></row>"));
        parts.put("xl/styles.xml", """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replace("</Types>", """
                <Override PartName="/xl/styles.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""));
        List<BatchRow> rows = rows(file(workbook(parts)));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).cell(CertificateField.ISSUE_DATE)).isEqualTo(new SheetCell(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "<v>2026-09-22</v>, TEXT, 2026-09-22",
        "<v>2026-09-22T00:00:00</v>, TEXT, 2026-09-22",
        "<v>2026-09-22T10:30:00.000Z</v>, TEXT, 2026-09-22",
        "<v>yesterday</v>, TEXT, yesterday",
        "<f>A1</f><v>2026-09-22T00:00:00</v>, FORMULA, 2026-09-22",
    })
    void an_iso_date_is_read_and_the_rows_around_it_too(String content, Kind kind, String text) {
        Map<String, String> parts = parts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + sheetXml("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>测&lt;甲</v></c></row>"
                        + "<row r=\"4\"><c r=\"H4\" t=\"d\">" + content + "</c></row>"
                        + "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>测 &amp; t=\"d\"</t></is></c></row>"));
        List<BatchRow> rows = rows(file(workbook(parts)));
        assertThat(rows).extracting(BatchRow::rowNo).containsExactly(2, 4, 5);
        assertThat(rows.get(0).cell(CertificateField.NAME)).isEqualTo(SheetCell.text("测<甲"));
        assertThat(rows.get(2).cell(CertificateField.NAME)).isEqualTo(SheetCell.text("测 & t=\"d\""));
        assertThat(rows.get(1).cell(CertificateField.ISSUE_DATE)).isEqualTo(new SheetCell(kind, text));
    }

    @Test
    void a_cell_of_an_unknown_type_is_damage() {
        assertRefused(workbook(parts(sheetXml("<row r=\"2\"><c r=\"A2\" t=\"x\"><v>1</v></c></row>"))), "broken-workbook");
    }

    @Test
    void the_first_visible_sheet_that_is_not_the_instructions_is_read() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", null)) {
            workbook.newWorksheet("填写说明").value(0, 0, "说明");
            Worksheet hidden = workbook.newWorksheet("隐藏");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
            Worksheet data = workbook.newWorksheet("数据");
            writeHeader(data, 1);
            data.value(2, 0, "测试甲");
        }
        assertThat(rows(file(out.toByteArray()))).singleElement()
                .satisfies(row -> assertThat(row.rowNo()).isEqualTo(3));
    }

    static List<byte[]> brokenWorkbooks() {
        byte[] whole = xlsx(sheet -> writeHeader(sheet, 0));
        byte[] scrambled = whole.clone();
        Arrays.fill(scrambled, 60, 160, (byte) 7);
        Map<String, String> withoutSheet = parts("");
        withoutSheet.remove("xl/worksheets/sheet1.xml");
        return List.of(
                Arrays.copyOf(whole, whole.length / 2),
                scrambled,
                new byte[] {'P', 'K', 5, 6, 0, 0},
                workbook(withoutSheet),
                workbook(parts("<worksheet><sheetData><row r=\"1\"><c")),
                workbook(parts(sheetXml("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>"))),
                // The library would fill its table of strings up to that index.
                workbook(parts(sheetXml("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>"))),
                workbook(parts(sheetXml("<row r=\"2147483647\"><c><v>1</v></c></row>"))),
                workbook(parts(sheetXml("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>"))),
                workbook(parts(sheetXml("<a>".repeat(200) + "</a>".repeat(200)))));
    }

    @ParameterizedTest
    @MethodSource("brokenWorkbooks")
    void a_damaged_workbook_gets_one_clear_refusal(byte[] content) {
        assertRefused(content, "broken-workbook");
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>'",
        "'<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>'",
    })
    void entities_are_refused(String doctype) {
        String xml = doctype + sheetXml("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
        assertRefused(workbook(parts(xml)), "broken-workbook");
    }

    @Test
    void a_sheet_does_not_escape_the_inspection_by_its_name_or_its_first_character() {
        String xml = "\uFEFF" + sheetXml("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2000000000</v></c></row>");
        Map<String, String> parts = parts("");
        parts.remove("xl/worksheets/sheet1.xml");
        parts.put("xl/worksheets/sheet1.png", xml);
        parts.computeIfPresent("xl/_rels/workbook.xml.rels", (name, rels) -> rels.replace("sheet1.xml", "sheet1.png"));
        assertRefused(workbook(parts), "broken-workbook");
    }

    @Test
    void a_picture_in_a_workbook_does_no_harm() {
        Map<String, String> parts = parts(sheetXml("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"));
        parts.put("xl/media/image1.png", "\u0089PNG\r\n\u001a\n\0\0\0 no picture");
        parts.put("xl/media/image2.jpg", "");
        parts.put("xl/media/", "");
        assertThat(rows(file(workbook(parts)))).hasSize(1);
    }

    @Test
    void what_inflates_beyond_measure_is_refused_before_it_is_read() {
        String cell = "<c r=\"A2\" t=\"inlineStr\"><is><t>" + "测".repeat(10_000) + "</t></is></c>";
        String bomb = sheetXml("<row r=\"2\">" + cell.repeat(400) + "</row>");
        byte[] content = workbook(parts(bomb));
        assertThat(content.length).isLessThan(100_000);
        assertRefused(content, "inflates");
    }

    @Test
    void a_part_that_nobody_refers_to_counts_as_well() {
        Map<String, String> parts = parts(sheetXml(""));
        parts.put("xl/media/image1.png", "0".repeat(20_000_000));
        assertRefused(workbook(parts), "inflates");
    }

    @ParameterizedTest
    @CsvSource({"AAA2, too-many-columns", "ZZZZZZ2, too-many-columns"})
    void a_cell_far_to_the_right_is_refused(String cell, String code) {
        assertRefused(workbook(parts(sheetXml("<row r=\"2\"><c r=\"" + cell + "\"><v>1</v></c></row>"))), code);
    }

    /** Each would take more memory than the tests have, packed in a few MB. */
    @ParameterizedTest
    @CsvSource({
        "<c r=\"A2\"><f>, </f></c>, 120000000, cell-too-long",
        "<c r=\"A2\"><v>, </v></c>, 120000000, cell-too-long",
        "<c r=\"A2\" t=\"inlineStr\"><is><t>, </t></is></c>, 120000000, cell-too-long",
        "<c r=\"A2\"><!--, --></c>, 120000000, cell-too-long",
        "<x a=\", \"/>, 120000000, inflates",
        "<c r=\"A2\" t=\"inlineStr\"><is><t>, </t></is></c>, 32768, cell-too-long",
        "<c r=\"A2\"><f>, </f></c>, 32768, cell-too-long",
    })
    void a_text_longer_than_a_cell_is_refused_before_it_is_in_memory(
            String before, String after, int length, String code) {
        assertRefused(GENEROUS, stretched("<row r=\"2\">" + before, "x", length, after + "</row>"), code);
    }

    @Test
    void the_longest_text_of_a_cell_is_read() {
        byte[] content = workbook(parts(sheetXml("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                + "测".repeat(32_767) + "</t></is></c></row>")));
        assertThat(rows(file(content)).get(0).cell(CertificateField.NAME).text()).hasSize(32_767);
    }

    @ParameterizedTest
    @CsvSource({
        // A cell without a place stands behind the last one.
        "<c/>, 703, too-many-columns", "<c/>, 30000000, too-many-columns",
        // Texts that are kept till the end.
        "<si/>, 30000000, inflates", "<xf/>, 30000000, inflates", "<sheet/>, 20000000, inflates",
        "<si><t>0123456789012345678901234567890123456789</t></si>, 2000000, inflates",
        // Nesting would hide texts from the counts.
        "<c><c/></c>, 1, broken-workbook", "<si><c/></si>, 1, broken-workbook", "<c><v>1<x>2</x></v></c>, 1, broken-workbook",
    })
    void what_many_small_elements_would_take_is_counted(String element, int times, String code) {
        assertRefused(GENEROUS, stretched("<row r=\"2\">", element, times, "</row>"), code);
    }

    @Test
    void names_without_end_are_refused() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            names.append("<n").append(i).append(" a").append(i).append("=\"\"/>");
        }
        assertRefused(workbook(parts(sheetXml(names.toString()))), "broken-workbook");
    }

    @Test
    void the_widest_row_is_read() {
        byte[] content = workbook(parts(sheetXml("<row r=\"2\">" + "<c><v>1</v></c>".repeat(702) + "</row>"
                + "<row r=\"3\">" + "<c><v>1</v></c>".repeat(702) + "</row>")));
        assertThat(rows(file(content))).hasSize(2);
    }

    /** A sheet with a piece repeated, written block by block. */
    private static byte[] stretched(String before, String piece, int times, String after) {
        Map<String, String> parts = parts("");
        parts.remove("xl/worksheets/sheet1.xml");
        String whole = sheetXml(before + "\0" + after);
        return SheetFixtures.workbook(parts, "xl/worksheets/sheet1.xml", out -> {
            out.write(whole.substring(0, whole.indexOf('\0')).getBytes(StandardCharsets.UTF_8));
            int perBlock = Math.min(times, 10_000);
            byte[] block = piece.repeat(perBlock).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times / perBlock; i++) {
                out.write(block);
            }
            out.write(piece.repeat(times % perBlock).getBytes(StandardCharsets.UTF_8));
            out.write(whole.substring(whole.indexOf('\0') + 1).getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void formulas_that_multiply_are_refused() {
        String arrays = "<row r=\"2\">" + "<c r=\"A2\"><f t=\"array\" ref=\"A2:A9\">1</f></c>".repeat(101) + "</row>";
        assertRefused(workbook(parts(sheetXml(arrays))), "too-many-formulas");
    }

    @ParameterizedTest
    @CsvSource({
        "spreadsheetml.sheet.main, ms-excel.sheet.macroEnabled.main, macros",
        "spreadsheetml.sheet.main, wordprocessingml.document.main, other-format",
    })
    void other_office_files_are_named(String type, String other, String code) {
        Map<String, String> parts = parts(sheetXml(""));
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replace(type, other));
        assertRefused(workbook(parts), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "VBAPROJECT.BIN", "xl/other/VbaProject.bin"})
    void a_part_of_macros_is_refused_though_the_workbook_says_of_itself_to_have_none(String part) {
        assertRefused(SheetFixtures.workbook(parts(sheetXml("")), part, out -> out.write(1)), "macros");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/_rels/workbook.xml.rels, '</Relationships>', '<Relationship Id=\"rId9\" Target=\"a.bin\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/>'",
        "[Content_Types].xml, '</Types>', '<Override PartName=\"/xl/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>'",
        "[Content_Types].xml, '</Types>', '<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.VBAPROJECT\"/>'",
    })
    void a_part_of_macros_under_another_name_is_known_by_its_type(String part, String end, String declaration) {
        Map<String, String> parts = parts(sheetXml(""));
        parts.computeIfPresent(part, (name, xml) -> xml.replace(end, declaration + end));
        assertRefused(workbook(parts), "macros");
    }

    @Test
    void a_plain_archive_is_no_workbook() {
        assertRefused(workbook(Map.of("readme.txt", "hello")), "other-format");
    }

    static List<Object[]> otherFiles() {
        return List.of(
                new Object[] {new byte[0], "empty-file"},
                new Object[] {new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "old-format"},
                new Object[] {"%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "other-format"},
                new Object[] {"<html><table>".getBytes(StandardCharsets.US_ASCII), "other-format"},
                new Object[] {"\uFEFF<?xml version='1.0'?>".getBytes(StandardCharsets.UTF_8), "other-format"},
                new Object[] {new byte[] {'a', 0, 'b'}, "other-format"},
                new Object[] {"abcdefgh\u000b\u0007".getBytes(StandardCharsets.US_ASCII), "other-format"},
                new Object[] {"\uFEFF姓名".getBytes(StandardCharsets.UTF_16LE), "utf-16"});
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void a_file_is_known_by_its_content(byte[] content, String code) {
        assertRefused(content, code);
    }

    @Test
    void a_large_workbook_is_read_row_by_row() {
        byte[] content = xlsx(sheet -> {
            writeHeader(sheet, 0);
            for (int row = 1; row <= 20_000; row++) {
                for (int column = 0; column < 9; column++) {
                    sheet.inlineString(row, column, "第" + row + "行");
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        });
        int count = 0;
        BatchRow last = null;
        try (BatchSheet sheet = file(content).open()) {
            for (BatchRow row = sheet.next(); row != null; row = sheet.next()) {
                count++;
                last = row;
            }
        }
        assertThat(count).isEqualTo(20_000);
        assertThat(last.rowNo()).isEqualTo(20_001);
        assertThat(last.cell(CertificateField.NAME).text()).isEqualTo("第20000行");
    }

    private static void assertRefused(byte[] content, String code) {
        assertRefused(SheetFixtures.LIMITS, content, code);
    }

    private static void assertRefused(SheetLimits limits, byte[] content, String code) {
        assertThatThrownBy(() -> rows(SheetFile.of(content, limits)))
                .isInstanceOfSatisfying(UnreadableSheet.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused).hasNoCause();
                });
    }
}

package io.zhengxun.registry.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.submission.SheetCell.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"电工", " 电工 ", "\u3000电工\u00A0", "'电工", "\t电工\n", "\uFEFF电工", " ' 电工", "\u2018电工"})
    void outer_spaces_and_the_apostrophe_of_a_text_are_left_out(String text) {
        assertThat(CellText.of(SheetCell.text(text))).isEqualTo("电工");
    }

    @ParameterizedTest
    @CsvSource({
        // field, kind, text, flaw
        "ID_NUMBER, NUMBER, 440106199001011200, cell.digits-lost",
        "ID_NUMBER, NUMBER, 1234567890123456, cell.digits-lost",
        "ID_NUMBER, TEXT, 4.40106E+17, cell.digits-lost",
        "ID_NUMBER, TEXT, 4.40106e17, cell.digits-lost",
        "NUMBER, TEXT, 1E+21, cell.digits-lost",
        "NAME, FORMULA, 测试甲, cell.formula",
        "LEVEL, ERROR, #N/A, cell.error",
        "OCCUPATION, DATE, 2026-09-22, cell.date",
    })
    void what_a_spreadsheet_did_to_a_cell_is_named(CertificateField field, Kind kind, String text, String code) {
        assertThat(CellText.flaw(field, new SheetCell(kind, text))).map(Flaw::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        // 15 digits are kept: a Taiwan permit has 8.
        "ID_NUMBER, NUMBER, 12345678", "ID_NUMBER, NUMBER, 123456789012345", "ID_NUMBER, TEXT, E1234567",
        "ISSUE_DATE, DATE, 2026-09-22", "ISSUE_DATE, NUMBER, 20260922", "JOB, NUMBER, 1234567890123456789",
    })
    void what_is_still_whole_is_taken(CertificateField field, Kind kind, String text) {
        assertThat(CellText.flaw(field, new SheetCell(kind, text))).isEmpty();
    }
}

package io.zhengxun.registry.certificate;

import static io.zhengxun.registry.certificate.Numbers.PLAIN;
import static io.zhengxun.registry.certificate.Numbers.SPECIAL_GRADE;
import static io.zhengxun.registry.certificate.Numbers.codes;
import static io.zhengxun.registry.certificate.Numbers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C3, C3a. */
class CertificateNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "S000044000012263000123",
        "s000044000012263000123",
        "Ｓ０００044000012263000123",
        " S0000 44 000012 26 3 000123 ",
        "S0000-44-000012-26-3-000123",
        "S0000—44–000012−26－3_000123",
        "S0000\u300044\u00A0000012\u200B263000123\t\r\n",
    })
    void what_does_not_change_a_character_is_accepted(String typed) {
        assertThat(CertificateNumber.read(typed).accepted()).contains(CertificateNumber.of(PLAIN));
    }

    @Test
    void positions_tell_institution_year_and_level() {
        CertificateNumber number = CertificateNumber.of("Y999944123456071000001");
        assertThat(number.institutionPrefix()).contains("Y999944123456");
        assertThat(number.yearOfIssue()).hasValue(2007);
        assertThat(number.level()).contains(Level.SENIOR_TECHNICIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SENIOR_TECHNICIAN", "2, TECHNICIAN", "3, ADVANCED", "4, INTERMEDIATE", "5, ELEMENTARY",
    })
    void position_16_is_the_level(String digit, Level level) {
        assertThat(CertificateNumber.of(with(PLAIN, 16, digit)).level()).contains(level);
    }

    @Test
    void two_letters_and_20_digits_are_a_special_grade_technician_s() {
        CertificateNumber number = CertificateNumber.of(SPECIAL_GRADE);
        assertThat(number.level()).contains(Level.SPECIAL_GRADE_TECHNICIAN);
        assertThat(number.institutionPrefix()).isEmpty();
        assertThat(number.yearOfIssue()).isEmpty();
        assertThat(CertificateNumber.read("ab12345678901234567890").accepted())
                .contains(CertificateNumber.of("AB12345678901234567890"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, X, number.category",
        "1, 5, number.category",
        "1, 张, number.category",
        "2, O, looks-like-digit",
        "3, o, looks-like-digit",
        "4, l, looks-like-digit",
        "5, I, looks-like-digit",
        "8, B, looks-like-digit",
        "9, Z, looks-like-digit",
        "10, S, looks-like-digit",
        "22, O, looks-like-digit",
        "13, A, not-a-digit",
        "22, 号, not-a-digit",
        "22, ٣, not-a-digit",
        "6, 9, number.province",
        "6, 1, number.other-province",
        "7, 5, number.other-province",
        "16, 0, number.level",
        "16, 6, number.level",
        "16, A, number.level",
        "16, O, number.level",
        "16, l, looks-like-digit",
        "16, S, looks-like-digit",
    })
    void one_wrong_place_is_one_named_flaw(int position, String typed, String code) {
        assertThat(codes(CertificateNumber.read(with(PLAIN, position, typed)))).containsExactly(code);
    }

    @Test
    void a_doubtful_letter_is_named_with_its_place_and_what_it_may_be() {
        assertThat(CertificateNumber.read(with(PLAIN, 3, "O")).flaws())
                .containsExactly(new Flaw("C3a", "looks-like-digit", List.of("3", "O", "0")));
        assertThat(CertificateNumber.read(with(PLAIN, 4, "l")).flaws())
                .containsExactly(new Flaw("C3a", "looks-like-digit", List.of("4", "l", "1")));
    }

    @Test
    void all_flaws_are_named_at_once() {
        assertThat(codes(CertificateNumber.read("X0O00990000122690001AB")))
                .containsExactly("number.category", "looks-like-digit", "number.province", "number.level",
                        "looks-like-digit", "not-a-digit");
    }

    @Test
    void another_province_s_number_is_recognised_and_named() {
        assertThat(CertificateNumber.read("S000043000012263000123").flaws())
                .containsExactly(new Flaw("C3", "number.other-province", List.of("湖南")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1619003012345678", "16 1900 3012 345678", "１６１９００３０１２３４５６７８"})
    void an_old_qualification_number_is_recognised(String typed) {
        assertThat(codes(CertificateNumber.read(typed))).containsExactly("number.old-qualification");
    }

    @Test
    void a_wrong_length_is_counted() {
        assertThat(CertificateNumber.read(PLAIN.substring(0, 21)).flaws())
                .containsExactly(new Flaw("C3", "number.length", List.of("21")));
        assertThat(CertificateNumber.read(PLAIN + "4").flaws())
                .containsExactly(new Flaw("C3", "number.length", List.of("23")));
        assertThat(codes(CertificateNumber.read("SOOOO44")))
                .containsExactly("number.length");
        assertThat(codes(CertificateNumber.read("SO00044000012263000")))
                .containsExactly("number.length", "looks-like-digit");
    }

    @Test
    void nothing_typed_is_named_as_such() {
        assertThat(codes(CertificateNumber.read(null))).containsExactly("number.empty");
        assertThat(codes(CertificateNumber.read(" 　-"))).containsExactly("number.empty");
    }

    @Test
    void a_very_long_text_gives_few_flaws() {
        assertThat(CertificateNumber.read("O".repeat(100_000)).flaws()).hasSize(1);
        assertThat(CertificateNumber.read("O".repeat(22)).flaws()).hasSizeLessThan(12);
    }

    @Test
    void a_number_that_is_not_right_cannot_exist() {
        String wrong = with(PLAIN, 16, "9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateNumber.of(wrong))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(wrong));
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateNumber.of(PLAIN.toLowerCase()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "S000044000012263000123, 2026-12-31, ADVANCED, -",
        "S000044000012263000123, 2026-01-01, ADVANCED, -",
        "S000044000012263000123, 2027-01-01, ADVANCED, number.year",
        "S000044000012263000123, 2025-12-31, ADVANCED, number.year",
        "S000044000012263000123, 1926-06-01, ADVANCED, number.year",
        "S000044000012263000123, 2026-06-01, INTERMEDIATE, number.level-differs",
        "S000044000012263000123, 2026-06-01, SPECIAL_GRADE_TECHNICIAN, number.special-grade",
        "S000044000012263000123, 2026-06-01, CHIEF_TECHNICIAN, -",
        "S000044000012263000123, 2026-06-01, APPRENTICE, -",
        "YT12344000012260000123, 2019-06-01, SPECIAL_GRADE_TECHNICIAN, -",
        "YT12344000012260000123, 2026-06-01, SENIOR_TECHNICIAN, number.special-grade",
    })
    void number_issue_date_and_level_must_agree(String number, LocalDate issued, Level level, String code) {
        assertThat(CertificateNumber.of(number).disagreements(issued, level).stream().map(Flaw::code).toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void both_disagreements_are_named_at_once() {
        assertThat(CertificateNumber.of(PLAIN).disagreements(LocalDate.of(2009, 1, 1), Level.ELEMENTARY))
                .containsExactly(
                        new Flaw("C3", "number.year", List.of("09")),
                        new Flaw("C3", "number.level-differs", List.of("初级工", "5")));
    }
}

package io.zhengxun.registry.certificate;

import static io.zhengxun.registry.certificate.IdType.FOREIGNER_PERMANENT_RESIDENCE;
import static io.zhengxun.registry.certificate.IdType.HONG_KONG_MACAO_PERMIT;
import static io.zhengxun.registry.certificate.IdType.RESIDENCE_PERMIT;
import static io.zhengxun.registry.certificate.IdType.RESIDENT_ID;
import static io.zhengxun.registry.certificate.IdType.TAIWAN_PERMIT;
import static io.zhengxun.registry.certificate.Numbers.RESIDENT;
import static io.zhengxun.registry.certificate.Numbers.checked;
import static io.zhengxun.registry.certificate.Numbers.codes;
import static io.zhengxun.registry.certificate.Numbers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C2, C3a. */
class IdNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "44010619900307001X",
        "44010619900307001x",
        "４４０１０６１９９００３０７００１Ｘ",
        "440106 19900307 001x",
        "440106-19900307-001X",
        "　440106199003070\u200B01X ",
    })
    void a_resident_s_number_is_read_and_kept_in_upper_case(String typed) {
        assertThat(IdNumber.read(RESIDENT_ID, typed).accepted().map(IdNumber::plain)).contains(RESIDENT);
    }

    @Test
    void the_standard_s_own_example_is_right() {
        assertThat(IdNumber.read(RESIDENT_ID, "11010519491231002X").flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, id.province",
        "18, 1, id.check-character",
        "10, 1, id.check-character",
        "18, Y, id.last-character",
        "18, ×, id.last-character",
        "18, O, looks-like-digit",
        "4, l, looks-like-digit",
        "7, O, looks-like-digit",
        "17, X, not-a-digit",
        "11, 2, id.birth-date",
    })
    void one_wrong_place_is_named(int position, String typed, String code) {
        assertThat(codes(IdNumber.read(RESIDENT_ID, with(RESIDENT, position, typed)))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "44010618991231001, id.birth-date",
        "44010619900230001, id.birth-date",
        "44010620230229001, id.birth-date",
        "44010620241301001, id.birth-date",
        "44010620240001001, id.birth-date",
        "44010620240100001, id.birth-date",
        "81000019900307001, id.residence-permit",
        "82000019900307001, id.residence-permit",
        "83000019900307001, id.residence-permit",
        "84000019900307001, id.province",
        "99000019900307001, id.province",
    })
    void a_number_with_a_right_check_character_can_be_wrong(String seventeen, String code) {
        assertThat(codes(IdNumber.read(RESIDENT_ID, checked(seventeen)))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"44010619000101001", "44010620240229001", "71000019900307001", "65010119900307001"})
    void border_dates_and_regions_are_right(String seventeen) {
        assertThat(IdNumber.read(RESIDENT_ID, checked(seventeen)).flaws()).isEmpty();
    }

    @Test
    void the_old_15_digits_are_recognised_as_no_longer_valid() {
        assertThat(codes(IdNumber.read(RESIDENT_ID, "440106900307123"))).containsExactly("id.old-resident");
        assertThat(codes(IdNumber.read("440106900307123"))).containsExactly("id.old-resident");
    }

    @Test
    void a_wrong_length_is_counted_and_an_empty_one_named() {
        assertThat(IdNumber.read(RESIDENT_ID, RESIDENT + "1").flaws())
                .containsExactly(new Flaw("C2", "id.length", List.of("19", "18")));
        for (IdType type : IdType.values()) {
            assertThat(codes(IdNumber.read(type, null))).containsExactly("id.empty");
        }
        assertThat(codes(IdNumber.read(" "))).containsExactly("id.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"81", "82", "83"})
    void three_prefixes_are_for_residence_permits_only(String prefix) {
        String permit = checked(prefix + "000019900307001");
        assertThat(IdNumber.read(RESIDENCE_PERMIT, permit).flaws()).isEmpty();
        assertThat(IdNumber.read(permit).accepted().map(IdNumber::type)).contains(RESIDENCE_PERMIT);
        assertThat(codes(IdNumber.read(RESIDENCE_PERMIT, RESIDENT))).containsExactly("id.residence-prefix");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "HONG_KONG_MACAO_PERMIT, H01234567, -",
        "HONG_KONG_MACAO_PERMIT, m0123456702, -",
        "HONG_KONG_MACAO_PERMIT, Ｈ０１２３４５６７, -",
        "HONG_KONG_MACAO_PERMIT, H0123456, id.hong-kong-macao",
        "HONG_KONG_MACAO_PERMIT, H012345670, id.hong-kong-macao",
        "HONG_KONG_MACAO_PERMIT, K01234567, id.hong-kong-macao",
        "HONG_KONG_MACAO_PERMIT, HO1234567, looks-like-digit",
        "TAIWAN_PERMIT, 01234567, -",
        "TAIWAN_PERMIT, 0123456789, -",
        "TAIWAN_PERMIT, 012345678, id.taiwan",
        "TAIWAN_PERMIT, O1234567, looks-like-digit",
        "FOREIGNER_PERMANENT_RESIDENCE, usa440012345678, -",
        "FOREIGNER_PERMANENT_RESIDENCE, US1440012345678, id.foreigner-letters",
        "FOREIGNER_PERMANENT_RESIDENCE, USA44001234567, id.foreigner",
        "FOREIGNER_PERMANENT_RESIDENCE, USA44O012345678, looks-like-digit",
        "FOREIGNER_PERMANENT_RESIDENCE, 44010619900307001X, id.foreigner-prefix",
        "PASSPORT, E12345678, -",
        "PASSPORT, EA1234567, -",
        "PASSPORT, 123456789, -",
        "PASSPORT, AB123, -",
        "PASSPORT, AB12, id.passport",
        "PASSPORT, ABCDEFGH, id.passport",
        "PASSPORT, 123456789012345678, id.passport",
        "PASSPORT, E1234567号, id.passport",
    })
    void each_type_has_its_form(IdType type, String typed, String code) {
        assertThat(codes(IdNumber.read(type, typed))).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_new_permanent_residence_number_begins_with_9_and_has_the_same_check_character() {
        String number = checked("94484019900307001");
        assertThat(IdNumber.read(FOREIGNER_PERMANENT_RESIDENCE, number).flaws()).isEmpty();
        assertThat(codes(IdNumber.read(with(number, 15, "5")))).containsExactly("id.check-character");
    }

    @ParameterizedTest
    @CsvSource({
        "44010619900307001X, RESIDENT_ID",
        "H01234567, HONG_KONG_MACAO_PERMIT",
        "M0123456700, HONG_KONG_MACAO_PERMIT",
        "01234567, TAIWAN_PERMIT",
        "0123456789, TAIWAN_PERMIT",
        "USA440012345678, FOREIGNER_PERMANENT_RESIDENCE",
        "E12345678, PASSPORT",
        "123456789, PASSPORT",
    })
    void the_type_is_guessed_by_form(String typed, IdType type) {
        assertThat(IdNumber.read(typed).accepted().map(IdNumber::type)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "4401061990030700", "44010619900307001", "4401061990030700101"})
    void digits_that_fit_no_document_are_taken_for_a_resident_s(String typed) {
        assertThat(codes(IdNumber.read(typed))).containsExactly("id.length");
    }

    @Test
    void the_date_of_birth_is_told_where_the_number_holds_one() {
        assertThat(IdNumber.of(RESIDENT_ID, RESIDENT).bornOn()).contains(LocalDate.of(1990, 3, 7));
        assertThat(IdNumber.of(HONG_KONG_MACAO_PERMIT, "H01234567").bornOn()).isEmpty();
    }

    @Test
    void text_and_messages_of_refusals_hide_the_number() {
        assertThat(IdNumber.of(RESIDENT_ID, RESIDENT)).hasToString("440*************1X");
        assertThat(IdNumber.of(TAIWAN_PERMIT, "01234567")).hasToString("01****67");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdNumber.of(RESIDENT_ID, with(RESIDENT, 18, "1")))
                .withMessage("Not an ID number by C2: id.check-character");
    }

    @Test
    void equal_numbers_of_different_types_are_different() {
        assertThat(IdNumber.of(RESIDENT_ID, RESIDENT))
                .isEqualTo(IdNumber.of(RESIDENT_ID, RESIDENT.toLowerCase()))
                .hasSameHashCodeAs(IdNumber.of(RESIDENT_ID, RESIDENT));
        assertThat(IdNumber.of(TAIWAN_PERMIT, "01234567")).isNotEqualTo(IdNumber.of(IdType.PASSPORT, "01234567"));
    }

    @Property(tries = 500)
    void every_single_wrong_digit_is_noticed(
            @ForAll @IntRange(min = 0, max = 999) int serial,
            @ForAll @IntRange(min = 1, max = 17) int position,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String right = checked("44010619900307" + "%03d".formatted(serial));
        int wrongDigit = (right.charAt(position - 1) - '0' + shift) % 10;
        assertThat(IdNumber.read(RESIDENT_ID, right).flaws()).isEmpty();
        assertThat(IdNumber.read(RESIDENT_ID, with(right, position, "" + wrongDigit)).flaws()).isNotEmpty();
    }

    @Property(tries = 500)
    void any_text_is_read_without_an_error(@ForAll String typed, @ForAll IdType type) {
        assertThat(IdNumber.read(type, typed)).isNotNull();
        assertThat(IdNumber.read(typed)).isNotNull();
    }
}

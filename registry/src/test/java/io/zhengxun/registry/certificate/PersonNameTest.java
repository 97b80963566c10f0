package io.zhengxun.registry.certificate;

import static io.zhengxun.registry.certificate.Numbers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C1, C3a, Q3. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "林小满, 林小满",
        "' 林 小满　', 林小满",
        "林〇, 林〇",
        "𠮷明, 𠮷明",
        "㐂田, 㐂田",
        "阿依古丽·买买提, 阿依古丽·买买提",
        "阿依古丽•买买提, 阿依古丽•买买提",
        "John  Smith, John Smith",
        "Ｊｏｈｎ　Ｓｍｉｔｈ, John Smith",
        "Anne-Marie O'Neill Jr., Anne-Marie O'Neill Jr.",
        "Zoë Müller, Zoë Müller",
        "李, 李",
    })
    void a_name_is_read(String typed, String plain) {
        assertThat(PersonName.read(typed).accepted().map(PersonName::plain)).contains(plain);
    }

    @Test
    void a_letter_and_its_accent_are_one_however_typed() {
        assertThat(PersonName.read("Zoe\u0308").accepted()).contains(PersonName.of("Zoë"));
    }

    @Test
    void a_character_younger_than_the_jdk_is_accepted() {
        String extensionH = new String(Character.toChars(0x31350));
        assertThat(PersonName.read("林" + extensionH).flaws()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"林3", "林小满1", "林@满", "林小满（大）", "林.小满", "·林", "-Smith", "Smith, John", "Иван", "😀", "林😀"})
    void digits_and_symbols_are_named_by_their_place(String typed) {
        assertThat(codes(PersonName.read(typed))).containsExactly("name.character");
    }

    @Test
    void places_are_counted_in_characters_and_listed_together() {
        assertThat(PersonName.read("𠮷1明#").flaws())
                .containsExactly(new Flaw("C1", "name.character", List.of("2、4")));
    }

    @Test
    void chinese_and_latin_together_are_a_flaw() {
        assertThat(codes(PersonName.read("林Amy"))).containsExactly("name.mixed");
    }

    @Test
    void fifty_characters_are_right_and_one_more_is_not() {
        assertThat(PersonName.read("林".repeat(50)).flaws()).isEmpty();
        assertThat(PersonName.read("林".repeat(51)).flaws())
                .containsExactly(new Flaw("C1", "name.length", List.of("51", "50")));
        assertThat(PersonName.read("1".repeat(10_000)).flaws()).hasSize(2);
    }

    @Test
    void nothing_typed_is_named_as_such() {
        assertThat(codes(PersonName.read(null))).containsExactly("name.empty");
        assertThat(codes(PersonName.read("　 "))).containsExactly("name.empty");
    }

    @ParameterizedTest
    @CsvSource({
        "阿依古丽•买买提, 阿依古丽·买买提",
        "阿依古丽‧买买提, 阿依古丽·买买提",
        "阿依古丽・买买提, 阿依古丽·买买提",
        "阿依古丽･买买提, 阿依古丽·买买提",
        "john smith, JOHNSMITH",
        "John　Smith, JOHN SMITH",
        "O’Neill, O'NEILL",
        "Anne‐Marie, Anne-Marie",
        "\uF91C, 卵",
    })
    void names_written_differently_have_one_canonical_form(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @Test
    void different_names_keep_different_canonical_forms() {
        assertThat(canonical("林小满")).isNotEqualTo(canonical("林小滿"));
    }

    @ParameterizedTest
    @CsvSource({"林满, 林*", "欧阳明, 欧**", "欧阳小明, 欧***", "阿依古丽·买买提, 阿***", "𠮷明, 𠮷*", "李, *", "John Smith, J***"})
    void text_is_masked(String plain, String masked) {
        PersonName name = PersonName.of(plain);
        assertThat(name).hasToString(masked);
        assertThat(name.masked()).isEqualTo(masked);
    }

    @Test
    void a_name_that_is_not_right_cannot_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.of("林3"))
                .withMessage("Not a person's name by C1: name.character");
    }

    @Property(tries = 1000)
    void any_text_is_read_and_what_is_accepted_stays_itself(@ForAll String typed) {
        PersonName.read(typed).accepted().ifPresent(name -> {
            assertThat(PersonName.of(name.plain())).isEqualTo(name);
            assertThat(canonical(name.canonical())).isEqualTo(name.canonical());
        });
    }

    private static String canonical(String name) {
        return PersonName.read(name).accepted().orElseThrow().canonical();
    }
}

package io.zhengxun.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Q3. */
class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "44010619900307001X, 440*************1X",
        "USA440012345678, USA**********78",
        "H0123456702, H01******02",
        "E12345678, E1*****78",
        "01234567, 01****67",
        "AB12345, AB****5",
        "AB1234, A****4",
        "AB123, A****",
        "AB12, ****",
        "AB, **",
    })
    void an_id_number_keeps_few_characters(String plain, String masked) {
        assertThat(Masking.id(plain)).isEqualTo(masked);
    }

    @Property
    void an_id_number_hides_at_least_four_characters_and_half_of_them(
            @ForAll @AlphaChars @StringLength(min = 4, max = 30) String plain) {
        String masked = Masking.id(plain);
        assertThat(masked).hasSameSizeAs(plain);
        assertThat(masked.chars().filter(c -> c == '*').count())
                .isGreaterThanOrEqualTo(Math.max(4, (plain.length() + 1) / 2));
        assertThat(masked).matches("[a-zA-Z]{0,3}\\*+[a-zA-Z]{0,2}");
    }

    @ParameterizedTest
    @CsvSource({"张三, 张*", "欧阳明, 欧**", "欧阳小明, 欧***", "欧阳小明明, 欧***", "张, *", "'', *"})
    void a_name_keeps_its_first_character(String plain, String masked) {
        assertThat(Masking.name(plain)).isEqualTo(masked);
    }
}

package io.zhengxun.registry.certificate;

import static io.zhengxun.registry.certificate.Numbers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C3. */
class LevelTest {

    @ParameterizedTest
    @CsvSource({
        "高级技师, SENIOR_TECHNICIAN",
        "一级/高级技师, SENIOR_TECHNICIAN",
        "二级, TECHNICIAN",
        "2级, TECHNICIAN",
        "三级/高级工, ADVANCED",
        "三级, ADVANCED",
        "３, ADVANCED",
        "高级工（三级）, ADVANCED",
        "高级工(3级), ADVANCED",
        " 高级工 / 三级 , ADVANCED",
        "四级中级工, INTERMEDIATE",
        "五级、初级工, ELEMENTARY",
        "学徒工, APPRENTICE",
        "特级技师, SPECIAL_GRADE_TECHNICIAN",
        "首席技师, CHIEF_TECHNICIAN",
    })
    void names_and_what_spreadsheets_hold_are_read(String typed, Level level) {
        assertThat(Level.read(typed).accepted()).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "高级", "二级/高级工", "六级", "0", "6", "大师"})
    void what_could_mean_several_levels_or_none_is_a_flaw(String typed) {
        assertThat(codes(Level.read(typed))).containsExactly("level.unknown");
    }

    @Test
    void nothing_at_all_is_a_flaw() {
        assertThat(codes(Level.read(null))).containsExactly("level.unknown");
    }

    @ParameterizedTest
    @EnumSource
    void its_own_label_and_code_lead_back_to_a_level(Level level) {
        assertThat(Level.read(level.label()).accepted()).contains(level);
        level.code().ifPresent(code -> assertThat(Level.ofCode(code.charAt(0))).contains(level));
    }
}

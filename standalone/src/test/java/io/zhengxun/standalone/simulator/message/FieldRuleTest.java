package io.zhengxun.standalone.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** wechat-platform.md 6.4, at the borders. */
class FieldRuleTest {

    @ParameterizedTest
    @CsvSource({
        // the unit that is repeated, the longest that is allowed
        "thing1, 证, 20",
        "thing1, 𠮷, 20",
        "number2, 7, 32",
        "letter3, x, 32",
        "symbol4, #, 5",
        "character_string5, a, 32",
        "phone_number6, 1, 17",
        "car_number7, A, 8",
        "name8, 林, 10",
        "name8, x, 20",
        "phrase9, 中, 5",
        "amount10, 1, 10"
    })
    void a_value_may_be_as_long_as_its_kind_says_and_not_longer(String key, String unit, int longest) {
        FieldRule rule = FieldRule.of(key);
        assertThat(rule.allows(unit)).isTrue();
        assertThat(rule.allows(unit.repeat(longest))).isTrue();
        assertThat(rule.allows(unit.repeat(longest + 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "number1, 12.50, true",
        "number1, 12., false",
        "number1, 1e3, false",
        "number1, 三, false",
        "letter1, a1, false",
        "symbol1, a, false",
        "character_string1, PC261123-7KQ2MX4T, true",
        "character_string1, 批次1, false",
        "time1, 15:01, true",
        "time1, 24:00, false",
        "time1, 15:60, false",
        "time1, 2026年11月23日 15:01, true",
        "time1, 15:01~16:30, true",
        "time1, 2026年11月23日, false",
        "date1, 2026年11月23日, true",
        "date1, 2026-11-23, true",
        "date1, 2026/11/23, true",
        "date1, 2026.11.23, true",
        "date1, 2026年11月23日 15:01, true",
        "date1, 2026年11月23日~2026年12月7日, true",
        "date1, 11月23日, false",
        "date1, 23:59, false",
        "amount1, ￥12.00, true",
        "amount1, 12元, true",
        "amount1, 十二元, false",
        "phone_number1, +86-20-00000001, true",
        "phone_number1, 电话1, false",
        "car_number1, 粤A12345, true",
        "car_number1, 粤A1234学, true",
        "car_number1, 粤粤A123, false",
        "name1, 林x, true",
        "name1, 林xxxxxxxxxx, false",
        "name1, 林1, false",
        "phrase1, 已发布, true",
        "phrase1, 已发布1, false",
        "phrase1, ok, false",
        "short_thing1, 任意, true",
        "const1, 任意, true"
    })
    void a_value_has_its_kinds_form(String key, String value, boolean allowed) {
        assertThat(FieldRule.of(key).allows(value)).isEqualTo(allowed);
    }

    @Test
    void nothing_empty_no_line_break_and_no_space_at_an_end_is_allowed_anywhere() {
        for (String key : new String[] {"thing1", "character_string1", "phrase1", "name1", "const1"}) {
            for (String value : new String[] {"", " ", " x", "x ", "x\ny", "x\ty", "x\u0000"}) {
                assertThat(FieldRule.of(key).allows(value)).as("%s of %s", value, key).isFalse();
            }
        }
    }

    @Test
    void an_unknown_kind_has_some_limit() {
        assertThat(FieldRule.of("thing")).isEqualTo(FieldRule.THING);
        assertThat(FieldRule.of("character_string12")).isEqualTo(FieldRule.CHARACTER_STRING);
        assertThat(FieldRule.of("newkind1").allows("x".repeat(200))).isTrue();
        assertThat(FieldRule.of("newkind1").allows("x".repeat(201))).isFalse();
    }
}

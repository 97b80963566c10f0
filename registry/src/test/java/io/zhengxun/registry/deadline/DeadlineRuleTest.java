package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.deadline.DeadlineRule.Start;
import io.zhengxun.registry.deadline.DeadlineRule.Unit;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineRuleTest {

    @ParameterizedTest
    @CsvSource({
        "D1, 30, CALENDAR_DAYS, ISSUED, 'N 2-2'",
        "D2, 15, WORKING_DAYS, RECEIVED_BY_CITY, 'N 2-2'",
        "D3, 15, WORKING_DAYS, RECEIVED_BY_PROVINCE, 'N 2-2'",
        "D4, 15, WORKING_DAYS, RECEIVED_BY_MINISTRY, 'G 10'",
        "D5, 20, WORKING_DAYS, RETURN_NOTIFIED, 'N 2-3, G 11'",
        "D6, 10, WORKING_DAYS, RETURN_NOTIFIED, 'N 2-3'",
        "D7, 10, WORKING_DAYS, RETURN_NOTIFIED, ours",
        "D8, 6, MONTHS, ISSUED, 'N 2-4, G 12'",
    })
    void the_table_is_the_rulebook_s(DeadlineRule rule, int length, Unit unit, Start start, String source) {
        assertThat(rule.length()).isEqualTo(length);
        assertThat(rule.unit()).isEqualTo(unit);
        assertThat(rule.startsWith()).isEqualTo(start);
        assertThat(rule.source()).isEqualTo(source);
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_its_labels(DeadlineRule rule) {
        ResourceBundle texts = ResourceBundle.getBundle("messages/registry");
        assertThat(texts.getString("deadline.rule." + rule)).isNotBlank();
        assertThat(texts.getString("deadline.start." + rule.startsWith())).isNotBlank();
    }
}

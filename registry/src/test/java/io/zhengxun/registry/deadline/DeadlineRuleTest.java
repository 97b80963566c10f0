package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.deadline.DeadlineRule.Start;
import io.zhengxun.registry.deadline.DeadlineRule.Unit;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineRuleTest {

    @ParameterizedTest
    @CsvSource({
        "D1, 30, CALENDAR_DAYS, ISSUED, INSTITUTION, 'N 2-2'",
        "D2, 15, WORKING_DAYS, RECEIVED_BY_CITY, CITY, 'N 2-2'",
        "D3, 15, WORKING_DAYS, RECEIVED_BY_PROVINCE, PROVINCE, 'N 2-2'",
        "D4, 15, WORKING_DAYS, RECEIVED_BY_MINISTRY, MINISTRY, 'G 10'",
        "D5, 20, WORKING_DAYS, RETURN_NOTIFIED, INSTITUTION, 'N 2-3, G 11'",
        "D6, 10, WORKING_DAYS, RETURN_NOTIFIED, INSTITUTION, 'N 2-3'",
        "D7, 10, WORKING_DAYS, RETURN_NOTIFIED, INSTITUTION, ours",
        "D8, 6, MONTHS, ISSUED, INSTITUTION, 'N 2-4, G 12'",
        "D9_URGENT, 24, HOURS, CHANGE_TAKEN_UP, CENTRE, 'Annex 4 note 2'",
        "D9_FAST, 48, HOURS, CHANGE_TAKEN_UP, CENTRE, 'Annex 4 note 2'",
        "D9_NORMAL, 5, WORKING_DAYS, CHANGE_TAKEN_UP, CENTRE, 'Annex 4 note 2'",
        "D10, 1, WORKING_DAYS, RETURN_RECORDED, CENTRE, 'N 2-3, length ours'",
        "D11_ANSWER, 1, WORKING_DAYS, COMPLAINT_RECEIVED, CENTRE, ours",
        "D11_RESOLUTION, 5, WORKING_DAYS, COMPLAINT_RECEIVED, CENTRE, ours",
        "D11_STATEMENT, 2, WORKING_DAYS, STATEMENT_ASKED, INSTITUTION, ours",
    })
    void the_table_is_the_rulebook_s(ArgumentsAccessor line) {
        DeadlineRule rule = line.get(0, DeadlineRule.class);
        assertThat(rule.length()).isEqualTo(line.getInteger(1));
        assertThat(rule.unit()).isEqualTo(line.get(2, Unit.class));
        assertThat(rule.startsWith()).isEqualTo(line.get(3, Start.class));
        assertThat(rule.debtor()).isEqualTo(line.get(4, Debtor.class));
        assertThat(rule.source()).isEqualTo(line.getString(5));
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_its_labels(DeadlineRule rule) {
        ResourceBundle texts = ResourceBundle.getBundle("messages/registry");
        assertThat(texts.getString("deadline.rule." + rule)).isNotBlank();
        assertThat(texts.getString("deadline.start." + rule.startsWith())).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"D10, 440100, CITY", "D10, 440000, PROVINCE", "D6, 440100, INSTITUTION", "D3, 440100, PROVINCE"})
    void the_centre_that_owes_is_the_one_to_which_the_institution_reports(
            DeadlineRule rule, String regionCode, Debtor debtor) {
        assertThat(rule.debtor().inCaseOf(regionCode)).isEqualTo(debtor);
    }
}

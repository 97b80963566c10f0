package io.zhengxun.registry.submission.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.returns.ReturnMoves.Move;
import io.zhengxun.registry.submission.returns.ReturnMoves.Period;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The stage machine of a return (R2, T4). */
class ReturnMovesTest {

    @ParameterizedTest
    @CsvSource({
        "MUNICIPAL,  RECORDED,  ACKNOWLEDGE,    NOTIFIED,  INSTITUTION_DATA_MANAGER",
        "PROVINCIAL, RECORDED,  ACKNOWLEDGE,    NOTIFIED,  INSTITUTION_DATA_MANAGER",
        "MUNICIPAL,  RECORDED,  RECORD_RECEIPT, NOTIFIED,  CITY_DATA_MANAGER CITY_LEAD",
        "PROVINCIAL, RECORDED,  RECORD_RECEIPT, NOTIFIED,  PROVINCE_LEAD PROVINCE_REVIEWER",
        "MUNICIPAL,  RECORDED,  DELIVER,        NOTIFIED,  ''",
        "PROVINCIAL, RECORDED,  DELIVER,        NOTIFIED,  ''",
        "MUNICIPAL,  NOTIFIED,  DELIVER,        ,          ",
        "MUNICIPAL,  CORRECTED, DELIVER,        ,          ",
        "MUNICIPAL,  RECORDED,  CORRECT,        CORRECTED, INSTITUTION_DATA_MANAGER",
        "MUNICIPAL,  NOTIFIED,  CORRECT,        CORRECTED, INSTITUTION_DATA_MANAGER",
        "MUNICIPAL,  NOTIFIED,  ACKNOWLEDGE,    ,          ",
        "PROVINCIAL, NOTIFIED,  RECORD_RECEIPT, ,          ",
        "MUNICIPAL,  CORRECTED, ACKNOWLEDGE,    ,          ",
        "MUNICIPAL,  CORRECTED, RECORD_RECEIPT, ,          ",
        "MUNICIPAL,  CORRECTED, CORRECT,        ,          "})
    void an_act_leads_where_the_table_says(Tier tier, ReturnState from, ReturnAct act, ReturnState to, String who) {
        Optional<Move> move = ReturnMoves.of(tier, from, act);

        assertThat(move.map(Move::to).orElse(null)).isEqualTo(to);
        assertThat(move.map(found -> String.join(" ", found.who().stream().map(Enum::name).sorted().toList()))
                        .orElse(null))
                .isEqualTo(who);
    }

    @ParameterizedTest
    @EnumSource(ReturnAct.class)
    void the_notice_ends_d10_and_begins_the_correction_which_a_correction_ends(ReturnAct act) {
        assertThat(ReturnMoves.table()).filteredOn(move -> move.act() == act).isNotEmpty().allSatisfy(move -> {
            assertThat(move.ends()).isEqualTo(
                    move.from() == ReturnState.RECORDED ? Period.PASSING_ON : Period.CORRECTION);
            assertThat(move.begins()).isEqualTo(move.to() == ReturnState.NOTIFIED ? Period.CORRECTION : null);
        });
    }

    @ParameterizedTest
    @CsvSource({"CITY, D7", "PROVINCE, D6", "MINISTRY, D5"})
    void who_returned_decides_by_which_rule_it_is_corrected(ReturningDesk by, DeadlineRule rule) {
        assertThat(Period.CORRECTION.rule(by)).isEqualTo(rule);
        assertThat(Period.PASSING_ON.rule(by)).isEqualTo(DeadlineRule.D10);
    }
}

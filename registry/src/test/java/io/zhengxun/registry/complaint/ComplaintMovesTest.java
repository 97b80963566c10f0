package io.zhengxun.registry.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.deadline.DeadlineRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintMovesTest {

    @ParameterizedTest
    @EnumSource(ComplaintState.class)
    void every_state_has_a_way_on(ComplaintState state) {
        assertThat(ComplaintMoves.from(state)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ComplaintState.class)
    void every_state_but_the_first_is_reached(ComplaintState state) {
        assertThat(ComplaintMoves.table().stream().anyMatch(move -> move.to() == state))
                .isEqualTo(state != ComplaintState.RECEIVED);
    }

    @Test
    void nothing_is_closed_without_an_answer() {
        assertThat(ComplaintMoves.table().stream().filter(move -> move.to() == ComplaintState.CLOSED))
                .extracting(ComplaintMoves.Move::from, ComplaintMoves.Move::meets)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        ComplaintState.ANSWERED, DeadlineRule.D11_RESOLUTION));
    }

    @Test
    void auditors_and_administrators_only_look() {
        assertThat(ComplaintMoves.table())
                .noneMatch(move -> move.who().contains(Role.AUDITOR) || move.who().contains(Role.ADMINISTRATOR));
    }
}

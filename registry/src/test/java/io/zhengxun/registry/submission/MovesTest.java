package io.zhengxun.registry.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Moves.Move;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the table as a whole. */
class MovesTest {

    private static final Set<Stage> FINAL = EnumSet.of(Stage.PUBLISHED, Stage.REPLACED, Stage.DISCARDED);

    static Stream<Move> table() {
        return Moves.table().stream();
    }

    static Stream<Tier> tiers(Move move) {
        return move.tier() == null ? Stream.of(Tier.values()).filter(move.from()::occursFor) : Stream.of(move.tier());
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_move_ends_the_deadline_that_runs_before_it_and_begins_the_one_that_runs_after_it(Move move) {
        tiers(move).forEach(tier -> {
            DeadlineRule before = move.from().deadline(tier).orElse(null);
            DeadlineRule after = move.to().deadline(tier).orElse(null);
            boolean same = before == after;
            assertThat(move.ends()).isEqualTo(same ? null : before);
            assertThat(move.begins()).isEqualTo(same ? null : after);
        });
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_move_leads_to_stages_that_occur_for_such_institutions_only(Move move) {
        assertThat(tiers(move)).isNotEmpty().allMatch(move.to()::occursFor);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void a_stage_knows_an_act_once(Tier tier) {
        for (Stage stage : Stage.values()) {
            assertThat(Moves.from(tier, stage).stream().map(Move::act)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void every_stage_can_be_reached_and_only_final_ones_cannot_be_left(Tier tier) {
        Set<Stage> reached = EnumSet.of(Stage.DRAFT);
        Deque<Stage> open = new ArrayDeque<>(List.of(Stage.DRAFT));
        while (!open.isEmpty()) {
            Moves.from(tier, open.pop()).stream().map(Move::to).filter(reached::add).forEach(open::push);
        }
        Set<Stage> occurring =
                Stream.of(Stage.values()).filter(stage -> stage.occursFor(tier)).collect(Collectors.toSet());
        assertThat(reached).isEqualTo(occurring);
        assertThat(occurring.stream().filter(stage -> Moves.from(tier, stage).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(FINAL);
    }

    @Test
    void nobody_who_passes_approves_by_role_already() {
        assertThat(rolesOf(Act.PASS)).doesNotContainAnyElementsOf(rolesOf(Act.APPROVE));
    }

    @Test
    void auditor_and_administrator_do_nothing() {
        assertThat(Moves.table())
                .noneMatch(move -> move.who().contains(Role.AUDITOR) || move.who().contains(Role.ADMINISTRATOR));
    }

    @Test
    void nothing_of_a_city_goes_up_without_approval() {
        assertThat(Moves.table().stream().filter(move -> move.act() == Act.SEND_UP))
                .extracting(Move::from)
                .containsOnly(Stage.CITY_APPROVED);
        assertThat(Moves.table().stream().filter(move -> move.to() == Stage.CITY_APPROVED))
                .extracting(Move::act)
                .containsOnly(Act.APPROVE);
    }

    private static Set<Role> rolesOf(Act act) {
        return Moves.table().stream()
                .filter(move -> move.act() == act)
                .flatMap(move -> move.who().stream())
                .collect(Collectors.toSet());
    }
}

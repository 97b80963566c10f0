package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.account.Role.CITY_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.CITY_LEAD;
import static io.zhengxun.registry.account.Role.INSTITUTION_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.PROVINCE_LEAD;
import static io.zhengxun.registry.account.Role.PROVINCE_REVIEWER;
import static io.zhengxun.registry.institution.Tier.MUNICIPAL;
import static io.zhengxun.registry.institution.Tier.PROVINCIAL;
import static io.zhengxun.registry.submission.returns.ReturnAct.ACKNOWLEDGE;
import static io.zhengxun.registry.submission.returns.ReturnAct.CORRECT;
import static io.zhengxun.registry.submission.returns.ReturnAct.DELIVER;
import static io.zhengxun.registry.submission.returns.ReturnAct.RECORD_RECEIPT;
import static io.zhengxun.registry.submission.returns.ReturnMoves.Period.CORRECTION;
import static io.zhengxun.registry.submission.returns.ReturnMoves.Period.PASSING_ON;
import static io.zhengxun.registry.submission.returns.ReturnState.CORRECTED;
import static io.zhengxun.registry.submission.returns.ReturnState.NOTIFIED;
import static io.zhengxun.registry.submission.returns.ReturnState.RECORDED;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stage machine of a return (R2, T4): where an act leads, which deadline ends and which begins with it, and who may.
 * It begins as recorded, with D10. What is not in the table cannot happen.
 */
public final class ReturnMoves {

    /** Which deadline of a return is meant. */
    public enum Period {
        /** D10: the centre tells the institution. */
        PASSING_ON,
        /** D5, D6 or D7, by who returned: the institution corrects. */
        CORRECTION;

        DeadlineRule rule(ReturningDesk returnedBy) {
            return this == PASSING_ON ? DeadlineRule.D10 : returnedBy.correction();
        }
    }

    /**
     * One line of the table.
     *
     * @param tier of the institutions whose returns it is for; null for both
     * @param ends the deadline that is met by it
     * @param begins the deadline that starts on the day of receipt, null for none
     * @param who may do it; empty for what only the system does. The institution's contacts may acknowledge, too
     */
    public record Move(
            Tier tier, ReturnState from, ReturnAct act, ReturnState to, Period ends, Period begins, Set<Role> who) {}

    private static final Tier BOTH = null;

    private static final List<Move> TABLE = List.of(
            //    tier        from      act             to         ends        begins      who
            line( BOTH,       RECORDED, ACKNOWLEDGE,    NOTIFIED,  PASSING_ON, CORRECTION, INSTITUTION_DATA_MANAGER),
            line( MUNICIPAL,  RECORDED, RECORD_RECEIPT, NOTIFIED,  PASSING_ON, CORRECTION, CITY_DATA_MANAGER, CITY_LEAD),
            line( PROVINCIAL, RECORDED, RECORD_RECEIPT, NOTIFIED,  PASSING_ON, CORRECTION, PROVINCE_REVIEWER, PROVINCE_LEAD),
            // By the system, for a channel that confirms: no role may (T4).
            line( BOTH,       RECORDED, DELIVER,        NOTIFIED,  PASSING_ON, CORRECTION),
            // Who corrects knows of the return: no further evidence is needed (T4).
            line( BOTH,       RECORDED, CORRECT,        CORRECTED, PASSING_ON, null,       INSTITUTION_DATA_MANAGER),
            line( BOTH,       NOTIFIED, CORRECT,        CORRECTED, CORRECTION, null,       INSTITUTION_DATA_MANAGER));

    private ReturnMoves() {}

    private static Move line(
            Tier tier, ReturnState from, ReturnAct act, ReturnState to, Period ends, Period begins, Role... who) {
        return new Move(tier, from, act, to, ends, begins, Set.of(who));
    }

    /** The whole table, in the order of a return's way. */
    public static List<Move> table() {
        return TABLE;
    }

    /** Where an act leads from a state; empty if it is not possible there. */
    public static Optional<Move> of(Tier tier, ReturnState from, ReturnAct act) {
        return from(tier, from).stream().filter(move -> move.act() == act).findFirst();
    }

    /** What can be done in a state with a return to such an institution. */
    public static List<Move> from(Tier tier, ReturnState from) {
        return TABLE.stream()
                .filter(move -> move.from() == from && (move.tier() == BOTH || move.tier() == tier))
                .toList();
    }

    /** Who may do an act in some state. */
    static Set<Role> who(Tier tier, ReturnAct act) {
        return TABLE.stream()
                .filter(move -> move.act() == act && (move.tier() == BOTH || move.tier() == tier))
                .flatMap(move -> move.who().stream())
                .collect(Collectors.toSet());
    }
}

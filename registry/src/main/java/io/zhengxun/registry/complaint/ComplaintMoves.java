package io.zhengxun.registry.complaint;

import static io.zhengxun.registry.account.Role.CITY_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.CITY_LEAD;
import static io.zhengxun.registry.account.Role.INSTITUTION_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.PROVINCE_LEAD;
import static io.zhengxun.registry.account.Role.PROVINCE_REVIEWER;
import static io.zhengxun.registry.complaint.ComplaintAct.ANSWER;
import static io.zhengxun.registry.complaint.ComplaintAct.ASK;
import static io.zhengxun.registry.complaint.ComplaintAct.ASSIGN;
import static io.zhengxun.registry.complaint.ComplaintAct.CLOSE;
import static io.zhengxun.registry.complaint.ComplaintAct.REOPEN;
import static io.zhengxun.registry.complaint.ComplaintAct.STATE;
import static io.zhengxun.registry.complaint.ComplaintState.ANSWERED;
import static io.zhengxun.registry.complaint.ComplaintState.ASSIGNED;
import static io.zhengxun.registry.complaint.ComplaintState.CLOSED;
import static io.zhengxun.registry.complaint.ComplaintState.RECEIVED;
import static io.zhengxun.registry.complaint.ComplaintState.REOPENED;
import static io.zhengxun.registry.complaint.ComplaintState.STATEMENT_ASKED;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.deadline.DeadlineRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stage machine of a complaint (X1): where an act leads, which deadline it meets, and who may. It begins as received, with
 * both clocks of D11, which begin anew when it is reopened. What is not in the table cannot happen.
 */
public final class ComplaintMoves {

    /** Calendar days after the closing day within which the holder may reopen, once (X1, ours). */
    public static final int REOPENABLE_DAYS = 10;

    /**
     * One line of the table.
     *
     * @param meets the deadline that is met by it if it still runs; null for none
     * @param who may do it; empty for what only the holder does
     */
    public record Move(
            ComplaintState from, ComplaintAct act, ComplaintState to, DeadlineRule meets, Set<Role> who) {}

    private static final DeadlineRule NONE = null;
    private static final DeadlineRule FIRST = DeadlineRule.D11_ANSWER;
    private static final DeadlineRule LAST = DeadlineRule.D11_RESOLUTION;
    private static final Set<Role> CENTRE = Set.of(CITY_DATA_MANAGER, CITY_LEAD, PROVINCE_REVIEWER, PROVINCE_LEAD);
    private static final Set<Role> INSTITUTION = Set.of(INSTITUTION_DATA_MANAGER);
    private static final Set<Role> HOLDER = Set.of();

    private static final List<Move> TABLE = List.of(
            //       from             act     to               meets  who
            new Move(RECEIVED,        ASSIGN, ASSIGNED,        NONE,  CENTRE),
            new Move(ASSIGNED,        ASSIGN, ASSIGNED,        NONE,  CENTRE),
            new Move(ASSIGNED,        ASK,    STATEMENT_ASKED, NONE,  CENTRE),
            new Move(ASSIGNED,        ANSWER, ANSWERED,        FIRST, CENTRE),
            new Move(STATEMENT_ASKED, ASSIGN, STATEMENT_ASKED, NONE,  CENTRE),
            new Move(STATEMENT_ASKED, STATE,  ASSIGNED,        NONE,  INSTITUTION),
            // The institution may keep silent, the answer cannot wait.
            new Move(STATEMENT_ASKED, ANSWER, ANSWERED,        FIRST, CENTRE),
            new Move(ANSWERED,        ASSIGN, ANSWERED,        NONE,  CENTRE),
            // A first answer may be a provisional one.
            new Move(ANSWERED,        ASK,    STATEMENT_ASKED, NONE,  CENTRE),
            new Move(ANSWERED,        ANSWER, ANSWERED,        FIRST, CENTRE),
            new Move(ANSWERED,        CLOSE,  CLOSED,          LAST,  CENTRE),
            new Move(CLOSED,          REOPEN, REOPENED,        NONE,  HOLDER),
            new Move(REOPENED,        ASSIGN, ASSIGNED,        NONE,  CENTRE));

    private ComplaintMoves() {}

    /** The whole table, in the order of a complaint's way. */
    public static List<Move> table() {
        return TABLE;
    }

    /** Where an act leads from a state; empty if it is not possible there. */
    public static Optional<Move> of(ComplaintState from, ComplaintAct act) {
        return TABLE.stream().filter(move -> move.from() == from && move.act() == act).findFirst();
    }

    static List<Move> from(ComplaintState from) {
        return TABLE.stream().filter(move -> move.from() == from).toList();
    }

    /** Whether the role may do the act in any state. */
    static boolean allows(ComplaintAct act, Role role) {
        return TABLE.stream().anyMatch(move -> move.act() == act && move.who().contains(role));
    }
}

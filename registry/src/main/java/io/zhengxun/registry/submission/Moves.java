package io.zhengxun.registry.submission;

import static io.zhengxun.registry.account.Role.CITY_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.CITY_LEAD;
import static io.zhengxun.registry.account.Role.INSTITUTION_DATA_MANAGER;
import static io.zhengxun.registry.account.Role.PROVINCE_LEAD;
import static io.zhengxun.registry.account.Role.PROVINCE_REVIEWER;
import static io.zhengxun.registry.deadline.DeadlineRule.D2;
import static io.zhengxun.registry.deadline.DeadlineRule.D3;
import static io.zhengxun.registry.deadline.DeadlineRule.D4;
import static io.zhengxun.registry.institution.Tier.MUNICIPAL;
import static io.zhengxun.registry.institution.Tier.PROVINCIAL;
import static io.zhengxun.registry.submission.Act.*;
import static io.zhengxun.registry.submission.Stage.*;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stage machine of a batch (R1, R2, R4, W1, W2): at which stage what can be done, where it leads, which deadline
 * ends and which begins with it, and who may. What is not in the table cannot happen.
 *
 * <p>D1 and D8 belong to the issuance that the batch answers and end when all of it is submitted (T3); D5, D6, D7 and
 * D10 belong to the return.
 */
public final class Moves {

    /**
     * One line of the table.
     *
     * @param tier of the institutions whose batches it is for; null for both
     * @param ends the deadline that is met by it, null for none
     * @param begins the deadline that starts on its day, null for none
     */
    public record Move(
            Tier tier, Stage from, Act act, Stage to, DeadlineRule ends, DeadlineRule begins, Set<Role> who) {}

    private static final Tier BOTH = null;

    private static final List<Move> TABLE = List.of(
            //    tier        from               act               to                    ends  begins who
            line( MUNICIPAL,  DRAFT,             SUBMIT,           RECEIVED,             null, D2,    INSTITUTION_DATA_MANAGER),
            line( PROVINCIAL, DRAFT,             SUBMIT,           RECEIVED,             null, D3,    INSTITUTION_DATA_MANAGER),
            line( BOTH,       DRAFT,             DISCARD,          DISCARDED,            null, null,  INSTITUTION_DATA_MANAGER),

            line( MUNICIPAL,  RECEIVED,          TAKE_UP,          CITY_REVIEW,          null, null,  CITY_DATA_MANAGER),
            line( MUNICIPAL,  CITY_REVIEW,       TAKE_UP,          CITY_REVIEW,          null, null,  CITY_DATA_MANAGER),
            line( MUNICIPAL,  CITY_REVIEW,       RETURN_SOME,      CITY_REVIEW,          null, null,  CITY_DATA_MANAGER),
            line( MUNICIPAL,  CITY_REVIEW,       RETURN_REST,      RETURNED_BY_CITY,     D2,   null,  CITY_DATA_MANAGER),
            line( MUNICIPAL,  CITY_REVIEW,       PASS,             CITY_REVIEWED,        null, null,  CITY_DATA_MANAGER),
            line( MUNICIPAL,  CITY_REVIEWED,     SEND_BACK,        CITY_REVIEW,          null, null,  CITY_LEAD),
            line( MUNICIPAL,  CITY_REVIEWED,     APPROVE,          CITY_APPROVED,        null, null,  CITY_LEAD),
            line( MUNICIPAL,  CITY_APPROVED,     SEND_UP,          PROVINCE_REVIEW,      D2,   D3,    CITY_LEAD, CITY_DATA_MANAGER),

            line( PROVINCIAL, RECEIVED,          TAKE_UP,          PROVINCE_REVIEW,      null, null,  PROVINCE_REVIEWER),
            line( BOTH,       PROVINCE_REVIEW,   TAKE_UP,          PROVINCE_REVIEW,      null, null,  PROVINCE_REVIEWER),
            line( BOTH,       PROVINCE_REVIEW,   RETURN_SOME,      PROVINCE_REVIEW,      null, null,  PROVINCE_REVIEWER),
            line( BOTH,       PROVINCE_REVIEW,   RETURN_REST,      RETURNED_BY_PROVINCE, D3,   null,  PROVINCE_REVIEWER),
            line( BOTH,       PROVINCE_REVIEW,   PASS,             PROVINCE_REVIEWED,    null, null,  PROVINCE_REVIEWER),
            line( BOTH,       PROVINCE_REVIEWED, SEND_BACK,        PROVINCE_REVIEW,      null, null,  PROVINCE_LEAD),
            line( BOTH,       PROVINCE_REVIEWED, APPROVE,          PROVINCE_APPROVED,    null, null,  PROVINCE_LEAD),
            line( BOTH,       PROVINCE_APPROVED, SEND_TO_MINISTRY, SENT_TO_MINISTRY,     D3,   D4,    PROVINCE_REVIEWER, PROVINCE_LEAD),

            line( BOTH,       SENT_TO_MINISTRY,  PUBLISH_SOME,     SENT_TO_MINISTRY,     null, null,  PROVINCE_REVIEWER, PROVINCE_LEAD),
            line( BOTH,       SENT_TO_MINISTRY,  RETURN_SOME,      SENT_TO_MINISTRY,     null, null,  PROVINCE_REVIEWER, PROVINCE_LEAD),
            // Published are the rows that have not been returned, also when the last receipt is a return.
            line( BOTH,       SENT_TO_MINISTRY,  PUBLISH_REST,     PUBLISHED,            D4,   null,  PROVINCE_REVIEWER, PROVINCE_LEAD),
            line( BOTH,       SENT_TO_MINISTRY,  RETURN_REST,      RETURNED_BY_MINISTRY, D4,   null,  PROVINCE_REVIEWER, PROVINCE_LEAD),

            line( MUNICIPAL,  RETURNED_BY_CITY,     REPLACE,       REPLACED,             null, null,  INSTITUTION_DATA_MANAGER),
            line( BOTH,       RETURNED_BY_PROVINCE, REPLACE,       REPLACED,             null, null,  INSTITUTION_DATA_MANAGER),
            line( BOTH,       RETURNED_BY_MINISTRY, REPLACE,       REPLACED,             null, null,  INSTITUTION_DATA_MANAGER));

    private Moves() {}

    private static Move line(
            Tier tier, Stage from, Act act, Stage to, DeadlineRule ends, DeadlineRule begins, Role... who) {
        return new Move(tier, from, act, to, ends, begins, Set.of(who));
    }

    /** The whole table, in the order of a batch's way. */
    public static List<Move> table() {
        return TABLE;
    }

    /** Where an act leads from a stage; empty if it is not possible there. */
    public static Optional<Move> of(Tier tier, Stage from, Act act) {
        return from(tier, from).stream().filter(move -> move.act() == act).findFirst();
    }

    /** What can be done at a stage with a batch of such an institution. */
    public static List<Move> from(Tier tier, Stage from) {
        return TABLE.stream()
                .filter(move -> move.from() == from && (move.tier() == BOTH || move.tier() == tier))
                .toList();
    }

    /** The stages at which an act is possible. */
    static Set<Stage> stagesOf(Tier tier, Act act) {
        return TABLE.stream()
                .filter(move -> move.act() == act && (move.tier() == BOTH || move.tier() == tier))
                .map(Move::from)
                .collect(Collectors.toSet());
    }
}

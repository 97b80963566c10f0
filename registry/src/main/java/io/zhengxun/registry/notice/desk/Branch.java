package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.notice.NoticeState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of an index that a list is read from; several are merged, each no longer than a page.
 *
 * @param index of the table notice: named, since a plan that reads and sorts everything is quick only while the table is small
 * @param deskState the value of the column by which the index finds it; null if the index knows none
 * @param states compared in the row; null for any
 */
record Branch(String index, String deskState, Set<NoticeState> states) {

    private static final Set<NoticeState> ON_ITS_WAY = EnumSet.of(NoticeState.QUEUED, NoticeState.SENDING);
    private static final Set<NoticeState> USUAL_END = EnumSet.of(NoticeState.SENT, NoticeState.DELIVERED);

    /** As the column calls them. */
    private static final String HOLDERS_GIVEN_UP = "UNTOLD";

    /** The fewest that hold all that is asked for. */
    static List<Branch> of(NoticeFilter filter, Scope scope) {
        Set<NoticeState> states = filter.states().isEmpty() ? null : filter.states();
        if (filter.about().subject() != null) {
            return List.of(new Branch("ix_notice_subject", null, states));
        }
        if (filter.recipient() != null) {
            return List.of(new Branch("ix_notice_recipient", null, states));
        }
        if (filter.about().institutionId() != null || scope.kind() == Scope.Kind.INSTITUTION) {
            return List.of(new Branch("ix_notice_institution", null, states));
        }
        boolean region = scope.kind() == Scope.Kind.CITY;
        String byTime = region ? "ix_notice_region" : "ix_notice_created";
        return states == null
                ? List.of(new Branch(byTime, null, null))
                : byState(filter, byTime, region ? "ix_notice_desk_region" : "ix_notice_desk");
    }

    private static List<Branch> byState(NoticeFilter filter, String byTime, String byDeskState) {
        List<Branch> branches = new ArrayList<>();
        Set<NoticeState> usual = EnumSet.noneOf(NoticeState.class);
        for (NoticeState state : filter.states()) {
            if (USUAL_END.contains(state)) {
                usual.add(state);
            } else if (ON_ITS_WAY.contains(state)) {
                // Not in the order of time: all that wait are read, which are few but for a backlog.
                branches.add(new Branch("ix_notice_claim", null, EnumSet.of(state)));
            } else {
                branches.add(new Branch(byDeskState, state.name(), null));
                if (state == NoticeState.GAVE_UP && !filter.workOnly()) {
                    branches.add(new Branch(byDeskState, HOLDERS_GIVEN_UP, null));
                }
            }
        }
        if (!usual.isEmpty()) {
            branches.add(new Branch(byTime, null, usual));
        }
        return branches;
    }
}

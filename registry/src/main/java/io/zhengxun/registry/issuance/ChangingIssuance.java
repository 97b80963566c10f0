package io.zhengxun.registry.issuance;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.issuance.Issuance.State;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.refusal.VisibleText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may be done to a registered issuance: its count amended, all of it cancelled, admitted past D8 (T3, T6). */
@Component
public class ChangingIssuance {

    private static final int LONGEST_REASON = 500;
    private static final List<DeadlineRule> RULES = List.of(DeadlineRule.D1, DeadlineRule.D8);

    private final IssuanceMapper mapper;
    private final Issuances issuances;
    private final IssuanceRecords records;
    private final Clocks clocks;
    private final Clock clock;

    ChangingIssuance(
            IssuanceMapper mapper, Issuances issuances, IssuanceRecords records, Clocks clocks, Clock clock) {
        this.mapper = mapper;
        this.issuances = issuances;
        this.records = records;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Amends how many certificates were issued. With as many as are reported D1 and D8 are met; with more than were
     * the last word they run again, from the issue date.
     *
     * @throws BelowReported if fewer than were reported
     * @throws IssuanceNotOpen if it was cancelled
     */
    @Transactional
    public Issuance amend(SeenIssuance ordered, int count, Staff by) {
        Issuance seen = seen(ordered, Role.INSTITUTION_DATA_MANAGER, by);
        if (count < 1 || count > IssuanceCheck.LARGEST_COUNT) {
            throw new FieldsRefused("T3", List.of(FieldFlaw.of(
                    IssuanceField.COUNT.key(), "issuance.count", String.valueOf(IssuanceCheck.LARGEST_COUNT))));
        }
        if (seen.state() == State.CANCELLED) {
            throw new IssuanceNotOpen(seen);
        }
        if (count < seen.reportedCount()) {
            throw new BelowReported(seen);
        }
        return changed("ISSUANCE_AMENDED", seen, mapper.amend(seen, count), by, now -> switchClocks(seen, now));
    }

    private void switchClocks(Issuance before, Issuance now) {
        if (before.state() == State.OPEN && now.state() == State.REPORTED) {
            RULES.forEach(rule -> clocks.meet(rule, now.deadlineSubject(), clock.instant(), now.number()));
        } else if (before.state() == State.REPORTED && now.state() == State.OPEN) {
            // Counted anew: the calendar may have changed while no clock ran that it could have moved (T2).
            mapper.setDue(now.id(), start(DeadlineRule.D1, now), start(DeadlineRule.D8, now));
        }
    }

    private LocalDate start(DeadlineRule rule, Issuance issuance) {
        return clocks.start(rule, issuance.deadlineSubject(), issuance.issueDate()).dueOn();
    }

    /**
     * Cancels what was registered by mistake; drafts that answer it can then only be discarded.
     *
     * @throws AnsweredAlready if a submitted batch answers it
     * @throws IssuanceNotOpen if it was cancelled before
     */
    @Transactional
    public Issuance cancel(SeenIssuance ordered, Staff by) {
        Issuance seen = seen(ordered, Role.INSTITUTION_DATA_MANAGER, by);
        if (seen.reportedCount() > 0) {
            throw new AnsweredAlready(seen);
        }
        if (seen.state() == State.CANCELLED) {
            throw new IssuanceNotOpen(seen);
        }
        return changed("ISSUANCE_CANCELLED", seen, mapper.cancel(seen), by, now -> RULES.forEach(
                rule -> clocks.withdraw(rule, now.deadlineSubject(), clock.instant(), now.number())));
    }

    /**
     * The province lead admits, in principle never, what is past D8 (N 2-4).
     *
     * @param reason written by the lead, 1 to 500 characters
     * @throws AdmissionNotNeeded if D8 still runs, or it is admitted already
     * @throws IssuanceNotOpen if it was cancelled, or all of it was reported
     */
    @Transactional
    public Issuance admit(SeenIssuance ordered, String reason, Staff by) {
        Issuance seen = seen(ordered, Role.PROVINCE_LEAD, by);
        String written = reason == null ? "" : reason.strip();
        if (written.isEmpty() || written.length() > LONGEST_REASON) {
            throw new FieldsRefused(
                    "T6", List.of(FieldFlaw.of("reason", "issuance.reason", String.valueOf(LONGEST_REASON))));
        }
        if (!VisibleText.holds(written)) {
            throw new FieldsRefused("T6", List.of(FieldFlaw.of("reason", "invisible-characters")));
        }
        if (seen.state() != State.OPEN) {
            throw new IssuanceNotOpen(seen);
        }
        if (!seen.isClosedOn(LegalTime.dayOf(clock.instant()))) {
            throw new AdmissionNotNeeded(seen);
        }
        int rows = mapper.admit(seen, by.username(), clock.instant(), written);
        return changed("ISSUANCE_ADMITTED", seen, rows, by, now -> {});
    }

    /** What a person may do next with an issuance, as it is. */
    public List<IssuanceAct> possible(Issuance issuance, Staff by) {
        if (!issuance.isIn(by.scope())) {
            return List.of();
        }
        boolean open = issuance.state() == State.OPEN;
        boolean closed = issuance.isClosedOn(LegalTime.dayOf(clock.instant()));
        List<IssuanceAct> acts = new ArrayList<>();
        if (by.role() == Role.INSTITUTION_DATA_MANAGER && issuance.state() != State.CANCELLED) {
            addIf(open && !closed, IssuanceAct.ANSWER, acts);
            acts.add(IssuanceAct.AMEND);
            addIf(issuance.reportedCount() == 0, IssuanceAct.CANCEL, acts);
        }
        addIf(by.role() == Role.PROVINCE_LEAD && open && closed, IssuanceAct.ADMIT, acts);
        return acts;
    }

    private static void addIf(boolean possible, IssuanceAct act, List<IssuanceAct> acts) {
        if (possible) {
            acts.add(act);
        }
    }

    private Issuance seen(SeenIssuance ordered, Role role, Staff by) {
        if (by.role() != role) {
            throw new RoleNotAllowed("T3");
        }
        Issuance now = issuances.visible(ordered.number(), by.scope());
        if (now.version() != ordered.version()) {
            throw new IssuanceChanged(now);
        }
        return now;
    }

    private Issuance changed(String act, Issuance seen, int rows, Staff by, Consumer<Issuance> clockWork) {
        if (rows == 0) {
            throw new IssuanceChanged(mapper.lockedById(seen.id()));
        }
        clockWork.accept(mapper.byId(seen.id()));
        Issuance now = mapper.byId(seen.id());
        records.tell(act, seen, now, by.actor());
        return now;
    }
}

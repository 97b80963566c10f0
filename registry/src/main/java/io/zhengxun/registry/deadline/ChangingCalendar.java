package io.zhengxun.registry.deadline;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.request.OnceOnly;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrator changes which days are worked (T2): first a preview of the open deadlines that would move, then the
 * change, which moves them in the same transaction.
 */
@Component
public class ChangingCalendar {

    private final WorkingDayCalendar calendar;
    private final CalendarChanges changes;
    private final Recount recount;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final OnceOnly inTransaction;
    private final Clock clock;

    ChangingCalendar(
            WorkingDayCalendar calendar,
            CalendarChanges changes,
            Recount recount,
            AuditTrail trail,
            ApplicationEventPublisher events,
            OnceOnly inTransaction,
            Clock clock) {
        this.calendar = calendar;
        this.changes = changes;
        this.recount = recount;
        this.trail = trail;
        this.events = events;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /**
     * What a change would do; nothing is changed.
     *
     * @param token what {@link #change} asks for, as the proof that this was seen
     */
    public record Preview(String token, Moves moves) {}

    /** @throws Absent if a day that was never set is to be removed */
    @Transactional(readOnly = true)
    public Preview preview(CalendarChange change) {
        CalendarVersion version = changes.version();
        CalendarState before = calendar.state();
        requireSet(before, change);
        WorkingDays after = before.with(change).workingDays();
        ChangedDays days = days(before, change, after);
        return new Preview(PreviewToken.of(version, change).text(), recount.preview(days, after));
    }

    /**
     * Changes the calendar and counts the open deadlines anew, all or nothing. Begun outside of a transaction, or as the
     * first of one: it must see what others committed until it had the calendar alone, and not what an earlier read saw.
     * An act locks its batch before it asks for the calendar, the change the other way round: after a deadlock all of
     * the change is done again.
     *
     * @param previewToken of the preview of this very change
     * @return what moved
     * @throws PreviewDiffers if the change was not previewed, or another one
     * @throws CalendarChanged if the calendar was changed since, with who did it
     * @throws RoleNotAllowed for anybody but the administrator
     */
    public Moves change(Staff staff, CalendarChange change, String previewToken) {
        if (staff.role() != Role.ADMINISTRATOR) {
            throw new RoleNotAllowed("T2");
        }
        return inTransaction.run(null, Moves.class, () -> changed(staff, change, previewToken));
    }

    private Moves changed(Staff staff, CalendarChange change, String previewToken) {
        PreviewToken token = PreviewToken.parse(previewToken);
        CalendarVersion version = changes.alone();
        token.check(version, change);
        CalendarState before = calendar.heldState();
        requireSet(before, change);
        WorkingDays after = before.with(change).workingDays();
        ChangedDays days = days(before, change, after);

        changes.store(change, staff, clock.instant());
        List<DueDateMove> moves = recount.apply(days, after);
        DueDatesMoved.of(moves).ifPresent(events::publishEvent);
        Moves answer = Moves.of(moves);
        trail.append(CalendarDeeds.of(staff, before, change, answer));
        return answer;
    }

    /** An arrangement counts its whole year anew, also what an instance with an older library has counted. */
    private static ChangedDays days(CalendarState before, CalendarChange change, WorkingDays after) {
        return change instanceof CalendarChange.ImportYear
                ? ChangedDays.ofYears(change.year(), change.year())
                : ChangedDays.between(before.workingDays(), after, change.year());
    }

    private static void requireSet(CalendarState before, CalendarChange change) {
        if (change instanceof CalendarChange.RemoveDay remove
                && !before.overrides().containsKey(remove.day())) {
            throw new Absent();
        }
    }
}

package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.deadline.alert.AlertInsert.New;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alerts that are due (T5, T7): each is given once, whatever happens to the runs that look for them. What a run reads
 * follows what it has to look at.
 */
@Component
public class DueAlerts {

    private final AlertMapper mapper;
    private final AlertInsert insert;
    private final DeadlineAlertSettings settings;
    private final Supplier<WorkingDays> calendar;
    private final AtomicReference<Ladder> ladder = new AtomicReference<>();

    DueAlerts(
            AlertMapper mapper, AlertInsert insert, DeadlineAlertSettings settings, Supplier<WorkingDays> calendar) {
        this.mapper = mapper;
        this.insert = insert;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** What a centre owes: how much within the next days, and how much is overdue. */
    public record Owed(int soon, int overdue) {}

    private record Looked(LocalDate next, LocalDate alertedOn) {}

    /**
     * Looks at some of the deadlines whose day has come, gives their alerts to the run and says when to look again.
     *
     * @return how many were looked at; 0: none is left that nobody else has in hand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int give(long runId, LocalDate today, int limit) {
        List<LookRow> rows = mapper.toLookAt(today, limit);
        List<New> alerts = new ArrayList<>();
        Map<Looked, List<Long>> looked = new HashMap<>();
        Ladder ladderNow = ladder();
        for (LookRow row : rows) {
            Ladder.Look look = ladderNow.look(row.rule(), row.dueOn(), row.toldOn(), today);
            Looked how = new Looked(look.next(), look.alert() == null ? null : today);
            looked.computeIfAbsent(how, key -> new ArrayList<>()).add(row.id());
            if (look.alert() != null) {
                alerts.add(New.toDebtor(row, look.alert()));
            }
            if (look.alert() != null && look.alert().isOverdue()) {
                alerts.add(New.escalated(row));
            }
        }
        insert.insertAll(runId, alerts);
        looked.forEach((how, ids) -> mapper.looked(how.next(), how.alertedOn(), ids));
        return rows.size();
    }

    private Ladder ladder() {
        WorkingDays now = calendar.get();
        return ladder.updateAndGet(
                known -> known != null && known.workingDays() == now ? known : new Ladder(settings, now));
    }

    /** Whether there are deadlines whose day has come and that were not looked at. */
    public boolean anyLeft(LocalDate today) {
        return mapper.anyToLookAt(today);
    }

    /** Counts the changes of the calendar (T2): after one, rungs may lie on other days although no due date moves. */
    public long calendarVersion() {
        return mapper.calendarVersion();
    }

    /** Lets some of those be looked at today that were to be looked at later; 0: none is left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int lookAgain(LocalDate today, int limit) {
        return mapper.lookAgain(today, limit);
    }

    /** Whose contacts a run tells, in the order of their keys. */
    public List<Owner> owners(long runId, String after, int limit) {
        return mapper.owners(runId, after, limit).stream().map(Owner::of).toList();
    }

    /** What a run tells the contacts of some owners, of each the most pressing first; a deadline may come several times. */
    public List<Alert> of(long runId, Collection<Owner> owners) {
        return owners.isEmpty()
                ? List.of()
                : mapper.of(runId, owners.stream().map(Owner::key).toList()).stream()
                        .map(AlertRow::alert)
                        .toList();
    }

    /** Lets a run tell what an earlier one had not told when it ended: from the owner after that key on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(long from, String after, long to) {
        mapper.join(from, after, to);
    }

    /**
     * What the centres owe that is due by a day, by their regions; those that owe nothing are not there.
     *
     * @param until the last day that counts as soon
     */
    public Map<String, Owed> owedByCentres(LocalDate today, LocalDate until) {
        Map<String, Owed> owed = new HashMap<>();
        Stream.concat(mapper.owedByCities(today, until).stream(), mapper.owedByProvince(today, until).stream())
                .forEach(centre -> owed.put(centre.regionCode(), new Owed(centre.soon(), centre.overdue())));
        return owed;
    }
}

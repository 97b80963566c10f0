package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.deadline.alert.DueAlerts;
import io.zhengxun.registry.deadline.alert.DueAlerts.Owed;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.submission.returns.ReturnList;
import io.zhengxun.registry.submission.review.WorkQueue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How much work waits for each centre. */
@Component
public class CentreWork {

    /** Working days that count as soon. */
    private static final int SOON = 3;

    private final WorkQueue queue;
    private final ReturnList returns;
    private final DueAlerts deadlines;
    private final Regions regions;
    private final Supplier<WorkingDays> calendar;

    CentreWork(
            WorkQueue queue,
            ReturnList returns,
            DueAlerts deadlines,
            Regions regions,
            Supplier<WorkingDays> calendar) {
        this.queue = queue;
        this.returns = returns;
        this.deadlines = deadlines;
        this.regions = regions;
        this.calendar = calendar;
    }

    /**
     * The facts of a SUMMARY by the centre's region, as they are now: batches at the desk, deadlines of the centre that are due
     * within three working days and overdue, returns not yet known as received (T4). A centre without work is left out.
     */
    public Map<String, Map<String, String>> facts(LocalDate today) {
        Map<String, Integer> waiting = queue.waitingByCentre();
        Map<String, Owed> owed = deadlines.owedByCentres(today, soonUntil(today));
        Map<String, Integer> unnotified = returns.unnotifiedByCentre();
        Map<String, Map<String, String>> facts = new HashMap<>();
        Stream.concat(Stream.of(regions.province()), regions.cities().stream())
                .filter(region -> waiting.containsKey(region.code())
                        || owed.containsKey(region.code())
                        || unnotified.containsKey(region.code()))
                .forEach(region -> facts.put(
                        region.code(),
                        facts(
                                today,
                                region,
                                waiting.getOrDefault(region.code(), 0),
                                owed.getOrDefault(region.code(), new Owed(0, 0)),
                                unnotified.getOrDefault(region.code(), 0))));
        return facts;
    }

    private static Map<String, String> facts(LocalDate today, Region centre, int waiting, Owed owed, int unnotified) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("day", today.toString());
        facts.put("owner", centre.centreName());
        facts.put("waiting", String.valueOf(waiting));
        facts.put("dueSoon", String.valueOf(owed.soon()));
        facts.put("overdue", String.valueOf(owed.overdue()));
        facts.put("unnotified", String.valueOf(unnotified));
        return facts;
    }

    private LocalDate soonUntil(LocalDate today) {
        WorkingDays workingDays = calendar.get();
        LocalDate day = today;
        for (int counted = 0; counted < SOON; ) {
            day = day.plusDays(1);
            counted += workingDays.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}

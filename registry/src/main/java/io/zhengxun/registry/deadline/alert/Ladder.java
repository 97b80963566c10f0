package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * On which days there are alerts of a deadline, by one calendar (T5). Every rung lies on a working day: one that is counted
 * back in calendar days on the last working day by then, one that is counted on after the last day on the next. Several that
 * were missed are not made up for one by one: only the newest passed rung counts. It never changes, is safe from any thread,
 * and works each due date out once.
 */
final class Ladder {

    /** For a look that is never needed. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final DeadlineAlertSettings settings;
    private final WorkingDays workingDays;
    private final Map<DueOn, List<Rung>> known = new ConcurrentHashMap<>();

    Ladder(DeadlineAlertSettings settings, WorkingDays workingDays) {
        this.settings = settings;
        this.workingDays = workingDays;
    }

    private record DueOn(LocalDate day, boolean hardLimit) {}

    /**
     * What a look shows.
     *
     * @param alert the rung that is to be told now; null for none
     * @param next the day of the next look: that of the next rung
     */
    record Look(Rung alert, LocalDate next) {}

    WorkingDays workingDays() {
        return workingDays;
    }

    /**
     * Looks at an open deadline.
     *
     * @param toldOn the day on which somebody was told of it last: of its last alert, else the day on which the clock was
     *     started. Rungs up to it are done, whichever of them was told; also if it lies ahead, because a clock was wrong
     */
    Look look(DeadlineRule rule, LocalDate dueOn, LocalDate toldOn, LocalDate today) {
        if (rule.debtor() == Debtor.MINISTRY) {
            return new Look(null, NEVER); // D4: nobody alerts the ministry.
        }
        List<Rung> rungs = known.computeIfAbsent(new DueOn(dueOn, rule == DeadlineRule.D8), this::rungs);
        LocalDate seen = toldOn.isAfter(today) ? toldOn : today;
        Rung newest = newest(rungs, today);
        boolean isNews = newest != null && newest.day().isAfter(toldOn);
        return new Look(isNews ? newest : null, firstAfter(rungs, seen).day());
    }

    /** All but the weekly ones, which never end, by day; of two on one day the more pressing last. */
    private List<Rung> rungs(DueOn due) {
        List<Rung> rungs = new ArrayList<>();
        if (due.hardLimit()) {
            settings.calendarDaysBefore()
                    .forEach(days -> rungs.add(new Rung("C" + days, workedBy(due.day().minusDays(days)))));
        }
        settings.workingDaysBefore().forEach(days -> rungs.add(new Rung("W" + days, back(due.day(), days))));
        rungs.add(new Rung("DUE", workedBy(due.day())));
        LocalDate day = due.day();
        for (int i = 1; i <= settings.dailyAfter(); i++) {
            day = workedFrom(day.plusDays(1));
            rungs.add(new Rung("O" + i, day));
        }
        rungs.sort(Comparator.comparing(Rung::day));
        return List.copyOf(rungs);
    }

    private Rung newest(List<Rung> rungs, LocalDate today) {
        Rung last = rungs.get(rungs.size() - 1);
        if (last.day().isBefore(today)) {
            for (int week = weeks(last, today); week > 0; week--) {
                Rung weekly = weekly(last, week);
                if (!weekly.day().isAfter(today)) {
                    return weekly;
                }
            }
            return last;
        }
        Rung newest = null;
        for (Rung rung : rungs) {
            newest = rung.day().isAfter(today) ? newest : rung;
        }
        return newest;
    }

    private Rung firstAfter(List<Rung> rungs, LocalDate day) {
        for (Rung rung : rungs) {
            if (rung.day().isAfter(day)) {
                return rung;
            }
        }
        Rung last = rungs.get(rungs.size() - 1);
        int week = Math.max(1, weeks(last, day));
        while (!weekly(last, week).day().isAfter(day)) {
            week++;
        }
        return weekly(last, week);
    }

    /** How many periods after the daily ones have begun by then. */
    private int weeks(Rung last, LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(last.day(), day) / settings.everyAfter());
    }

    private Rung weekly(Rung last, int week) {
        return new Rung("K" + week, workedFrom(last.day().plusDays((long) week * settings.everyAfter())));
    }

    private LocalDate back(LocalDate dueOn, int days) {
        LocalDate day = dueOn;
        for (int counted = 0; counted < days; ) {
            day = day.minusDays(1);
            counted += workingDays.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private LocalDate workedBy(LocalDate day) {
        LocalDate worked = day;
        while (!workingDays.isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    private LocalDate workedFrom(LocalDate day) {
        LocalDate worked = day;
        while (!workingDays.isWorkingDay(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }
}

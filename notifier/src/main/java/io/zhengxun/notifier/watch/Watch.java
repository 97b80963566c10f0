package io.zhengxun.notifier.watch;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.digest.DailySummary;
import io.zhengxun.registry.digest.DeadlineRun;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Looks each minute whether a run of the day is owed; which instance does it is settled in the database. What is to be forgotten is. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final DeadlineRun deadlines;
    private final DailySummary summary;
    private final HolderSubscriptions holders;
    private final WatchSettings settings;
    private final Supplier<WorkingDays> calendar;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Watch(
            DeadlineRun deadlines,
            DailySummary summary,
            HolderSubscriptions holders,
            WatchSettings settings,
            Supplier<WorkingDays> calendar,
            TaskScheduler scheduler,
            Clock clock) {
        this.deadlines = deadlines;
        this.summary = summary;
        this.holders = holders;
        this.settings = settings;
        this.calendar = calendar;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        scheduler.scheduleWithFixedDelay(
                this::tick, scheduler.getClock().instant().plus(settings.every()), settings.every());
    }

    void tick() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), LegalTime.ZONE);
        LocalDate today = now.toLocalDate();
        attempt("deadline run", () -> {
            if (settings.isTimeForDeadlines(now.toLocalTime()) && calendar.get().isWorkingDay(today)) {
                runDeadlines(today);
            }
        });
        attempt("summary", () -> {
            if (settings.isTimeForSummary(now.toLocalTime()) && calendar.get().isWorkingDay(today)) {
                runSummary(today);
            }
        });
        attempt("forgetting of holders who were told", () -> holders.forgetEnded());
    }

    /** One failing does not keep the other, and is said once, not each minute. */
    private void attempt(String what, Runnable work) {
        try {
            work.run();
            if (failing.remove(what)) {
                LOG.info("The {} works again.", what);
            }
        } catch (RuntimeException e) {
            if (failing.add(what)) {
                // Neither its message nor its cause: both can hold what was being written (Q6).
                LOG.error("The {} fails ({}); it goes on where it stopped once it can, tried each {}.", what,
                        e.getClass().getSimpleName(), settings.every());
                LOG.debug("The {} fails.", what, e);
            }
        }
    }

    private void runDeadlines(LocalDate today) {
        deadlines.run(today).ifPresent(done -> LOG.info(
                "The deadline run of {} looked at {} deadlines and wrote {} notices{}.",
                today, done.looked(), done.notices(), done.ended() ? "" : "; it goes on with the next tick"));
    }

    private void runSummary(LocalDate today) {
        summary.run(today).ifPresent(notices -> LOG.info("Wrote {} summaries of {}.", notices, today));
    }
}

package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.alert.DueAlerts;
import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.request.OnceOnly;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/**
 * The run of a working day: looks at the deadlines whose day has come and gives their alerts, then tells each contact of all
 * of them at once (T5, T7). In short transactions; killed anywhere, the next call goes on where it stopped.
 */
@Component
public class DeadlineRun {

    private static final int DEADLINES_AT_ONCE = 1000;
    private static final int OWNERS_AT_ONCE = 200;

    private final WatchRuns runs;
    private final DueAlerts alerts;
    private final DigestWriting writing;
    private final OnceOnly inTransaction;

    DeadlineRun(WatchRuns runs, DueAlerts alerts, DigestWriting writing, OnceOnly inTransaction) {
        this.runs = runs;
        this.alerts = alerts;
        this.writing = writing;
        this.inTransaction = inTransaction;
    }

    /**
     * What this call did.
     *
     * @param looked at how many deadlines it looked
     * @param notices how many it wrote
     * @param ended false if something was in another's hand: to be called again
     */
    public record Done(int looked, int notices, boolean ended) {}

    /**
     * Does the day's run, or the rest of it, unless it is done or another instance is at it.
     *
     * @param today a working day
     */
    public Optional<Done> run(LocalDate today) {
        return runs.claim(WatchKind.DEADLINES, today, (left, run) -> alerts.join(left.id(), left.position(), run.id()))
                .flatMap(this::done);
    }

    private Optional<Done> done(WatchRun run) {
        try {
            lookAgainByNewCalendar(run);
            int looked = all(run, () -> alerts.give(run.id(), run.day(), DEADLINES_AT_ONCE));
            if (alerts.anyLeft(run.day())) {
                runs.release(run);
                return Optional.of(new Done(looked, 0, false));
            }
            int notices = tellAll(run);
            return Optional.of(new Done(looked, notices, true));
        } catch (ClaimLost takenOver) {
            return Optional.empty();
        } catch (RuntimeException e) {
            release(run, e);
            throw e;
        }
    }

    /** So that the next call need not wait for the lease to run out. */
    private void release(WatchRun run, RuntimeException cause) {
        try {
            runs.release(run);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** A changed day may shift rungs of deadlines whose last day stays (T2). */
    private void lookAgainByNewCalendar(WatchRun run) {
        if (run.calendarVersion() != null) {
            return;
        }
        long version = alerts.calendarVersion();
        if (runs.isNewCalendar(version)) {
            all(run, () -> alerts.lookAgain(run.day(), DEADLINES_AT_ONCE));
        }
        runs.setCalendarVersion(run, version);
    }

    /** Page by page, each in a transaction of its own, until one is empty. */
    private int all(WatchRun run, IntSupplier page) {
        int all = 0;
        int some;
        do {
            some = inTransaction.run(null, Integer.class, () -> {
                runs.hold(run);
                return page.getAsInt();
            });
            all += some;
        } while (some > 0);
        return all;
    }

    private int tellAll(WatchRun run) {
        int notices = 0;
        String position = run.position();
        List<Owner> owners = alerts.owners(run.id(), position, OWNERS_AT_ONCE);
        while (!owners.isEmpty()) {
            List<Owner> page = owners;
            notices += inTransaction.run(null, Integer.class, () -> told(run, page));
            position = page.get(page.size() - 1).key();
            owners = alerts.owners(run.id(), position, OWNERS_AT_ONCE);
        }
        runs.end(run);
        return notices;
    }

    private int told(WatchRun run, List<Owner> page) {
        runs.hold(run);
        int notices = writing.write(run, page);
        runs.setPosition(run, page.get(page.size() - 1).key());
        return notices;
    }
}

package io.zhengxun.notifier.confirming;

import io.zhengxun.notifier.loop.Passing;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.delivery.DeliveryReport;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import io.zhengxun.registry.notice.delivery.NoticeConfirmations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reports of deliveries find their notices. A report may be there before the acceptance that it is about is recorded, and the
 * account may send messages that are no notices: young reports are looked at each time, older ones now and then.
 */
@Component
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    /**
     * A return's delivery commits its evidence with itself (T4): so many in one transaction at most, since whoever acts on one of
     * these returns meanwhile waits for all of them.
     */
    private static final int MOST_WITH_EVIDENCE = 50;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final DeliveryReports reports;
    private final NoticeConfirmations confirmations;
    private final ConfirmingSettings settings;
    private final Clock clock;

    /** The last that is no longer young: what comes after it is looked at each time. */
    private long youngAfter;
    private Instant sweptAt = Instant.MIN;

    /** By the report's id: what could not be acted on is tried alone, and less and less often. */
    private final Map<Long, Trouble> troubled = new HashMap<>();

    private record Trouble(Duration pause, Instant again) {}

    Reports(DeliveryReports reports, NoticeConfirmations confirmations, ConfirmingSettings settings, Clock clock) {
        this.reports = reports;
        this.confirmations = confirmations;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look at all that wait. @return how long until the next */
    Duration round() {
        Instant now = clock.instant();
        // A clock that was set back must not put the next sweep off.
        boolean sweep = now.isBefore(sweptAt) || !now.isBefore(sweptAt.plus(settings.sweep()));
        if (sweep) {
            sweptAt = now;
            youngAfter = 0;
        }
        int applied = 0;
        long after = youngAfter;
        List<DeliveryReport> page;
        do {
            page = reports.waiting(after, settings.batch());
            applied += handle(page, now);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == settings.batch());
        return applied > 0 ? Duration.ZERO : settings.idle();
    }

    private int handle(List<DeliveryReport> page, Instant now) {
        Map<Boolean, List<DeliveryReport>> byMatch =
                page.stream().collect(Collectors.partitioningBy(report -> report.noticeId() != null));
        List<DeliveryReport> unmatched = byMatch.get(false);
        reports.settle(unmatched.stream()
                .filter(report -> report.receivedAt().isBefore(now.minus(settings.kept())))
                .toList());
        unmatched.stream()
                .filter(report -> report.receivedAt().isBefore(now.minus(settings.young())))
                .forEach(report -> youngAfter = Math.max(youngAfter, report.id()));
        return byMatch.get(true).isEmpty() ? 0 : applied(byMatch.get(true), now);
    }

    private int applied(List<DeliveryReport> matched, Instant now) {
        List<DeliveryReport> fresh = matched.stream().filter(report -> !troubled.containsKey(report.id())).toList();
        int applied = matched.stream().filter(report -> isDueAgain(report, now))
                .mapToInt(report -> appliedAlone(report, now)).sum();
        return applied + pieces(fresh).stream().mapToInt(piece -> appliedTogether(piece, now)).sum();
    }

    /** All reports about one notice are of one kind and stay in their order. */
    private static List<List<DeliveryReport>> pieces(List<DeliveryReport> reports) {
        Map<Boolean, List<DeliveryReport>> byEvidence =
                reports.stream().collect(Collectors.partitioningBy(report -> report.kind() == NoticeKind.RETURN));
        List<List<DeliveryReport>> pieces = new ArrayList<>();
        if (!byEvidence.get(false).isEmpty()) {
            pieces.add(byEvidence.get(false));
        }
        List<DeliveryReport> returns = byEvidence.get(true);
        for (int from = 0; from < returns.size(); from += MOST_WITH_EVIDENCE) {
            pieces.add(returns.subList(from, Math.min(from + MOST_WITH_EVIDENCE, returns.size())));
        }
        return pieces;
    }

    private int appliedTogether(List<DeliveryReport> piece, Instant now) {
        try {
            return confirmations.apply(piece);
        } catch (RuntimeException together) {
            if (Passing.is(together)) {
                throw together;
            }
            return piece.stream().mapToInt(report -> appliedAlone(report, now)).sum();
        }
    }

    private boolean isDueAgain(DeliveryReport report, Instant now) {
        Trouble trouble = troubled.get(report.id());
        return trouble != null && !now.isBefore(trouble.again());
    }

    /** What one delivery sets off, e.g. the evidence of a return, must not keep the others. */
    private int appliedAlone(DeliveryReport report, Instant now) {
        try {
            int applied = confirmations.apply(List.of(report));
            troubled.remove(report.id());
            return applied;
        } catch (RuntimeException e) {
            if (Passing.is(e)) {
                throw e;
            }
            LOG.debug("Report {} cannot be acted on.", report.id(), e);
            putOff(report, e.getClass().getSimpleName(), now);
            return 0;
        }
    }

    /** Loud at first and in the end. */
    private void putOff(DeliveryReport report, String failure, Instant now) {
        if (report.receivedAt().isBefore(now.minus(settings.kept()))) {
            LOG.error("Report {} about notice {} still cannot be acted on ({}); it is let be.", report.id(), report.noticeId(),
                    failure);
            reports.settle(List.of(report));
            troubled.remove(report.id());
            return;
        }
        Trouble before = troubled.get(report.id());
        if (before == null) {
            LOG.error("Report {} about notice {} cannot be acted on ({}); it is tried again now and then.", report.id(),
                    report.noticeId(), failure);
        }
        Duration pause = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        troubled.put(report.id(), new Trouble(pause, now.plus(pause)));
    }
}

package io.zhengxun.notifier.confirming;

import io.zhengxun.registry.notice.delivery.DeliveryReport;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import io.zhengxun.registry.notice.delivery.NoticeConfirmations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reports of deliveries find their notices. A report may be there before the acceptance that it is about is recorded, and the
 * account may send messages that are no notices: young reports are looked at each time, older ones now and then.
 */
@Component
class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final DeliveryReports reports;
    private final NoticeConfirmations confirmations;
    private final ConfirmingSettings settings;
    private final Clock clock;

    /** The last that is no longer young: what comes after it is looked at each time. */
    private long youngAfter;
    private Instant sweptAt = Instant.MIN;

    Reports(DeliveryReports reports, NoticeConfirmations confirmations, ConfirmingSettings settings, Clock clock) {
        this.reports = reports;
        this.confirmations = confirmations;
        this.settings = settings;
        this.clock = clock;
    }

    /** One look at all that wait. @return how long until the next */
    Duration round() {
        Instant now = clock.instant();
        boolean sweep = !now.isBefore(sweptAt.plus(settings.sweep()));
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
        return byMatch.get(true).isEmpty() ? 0 : applied(byMatch.get(true));
    }

    private int applied(List<DeliveryReport> matched) {
        try {
            return confirmations.apply(matched);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException together) {
            return matched.stream().mapToInt(this::appliedAlone).sum();
        }
    }

    /** What one delivery sets off, e.g. the evidence of a return, must not keep the others. */
    private int appliedAlone(DeliveryReport report) {
        try {
            return confirmations.apply(List.of(report));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Report {} about notice {} cannot be acted on ({}); it is tried again.", report.id(), report.noticeId(),
                    e.getClass().getSimpleName());
            LOG.debug("Report {} cannot be acted on.", report.id(), e);
            return 0;
        }
    }
}

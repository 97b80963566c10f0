package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeDelivered;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.NoticeStep;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What delivery reports do to notices. */
@Component
public class NoticeConfirmations {

    private final JdbcTemplate jdbc;
    private final DeliveryReports reports;
    private final NoticeOutcomes outcomes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeConfirmations(JdbcTemplate jdbc, DeliveryReports reports, NoticeOutcomes outcomes,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.outcomes = outcomes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Acts on reports whose notices are known, in one transaction with what {@link NoticeDelivered} sets off. The first
     * delivery ends a notice, be it by an earlier channel; a failure of the current channel sends it to the next one; what
     * is outdated by then is only kept.
     *
     * @return how many were acted on; those that another instance has at the moment are not
     */
    @Transactional
    public int apply(List<DeliveryReport> matched) {
        List<DeliveryReport> own = reports.locked(matched);
        if (own.isEmpty()) {
            return 0;
        }
        Map<Long, Notice> notices = locked(own.stream().map(DeliveryReport::noticeId).distinct().toList());
        List<Handled> failed = new ArrayList<>();
        for (DeliveryReport report : own) {
            Notice notice = notices.get(report.noticeId());
            if (report.delivered()) {
                notices.put(notice.id(), delivered(notice, report));
            } else if (isCurrent(notice, report) && failed.stream().noneMatch(one -> one.notice() == notice)) {
                failed.add(Handled.onward(notice, null, reason(report), clock.instant()));
            }
        }
        // A notice that another of these reports has delivered has moved on, and its failure does not count.
        outcomes.record(failed.stream().filter(one -> notices.get(one.notice().id()) == one.notice()).toList());
        reports.settle(own);
        return own.size();
    }

    private static boolean isCurrent(Notice notice, DeliveryReport report) {
        return notice.state() == NoticeState.SENT && notice.channel() == report.channel()
                && report.messageId().equals(notice.messageId());
    }

    /** A person who blocks the account did not want the message; whatever else failed is the platform's (wechat-platform 2). */
    private static Handled.Reason reason(DeliveryReport report) {
        return report.cause().contains("block")
                ? Handled.Reason.of(Decision.BLOCKED, report.channel() + " " + report.cause())
                : Handled.Reason.of("FAILED " + report.cause());
    }

    private Notice delivered(Notice notice, DeliveryReport report) {
        Instant deliveredAt = deliveredAt(notice, report);
        Timestamp at = Timestamp.from(deliveredAt);
        Timestamp now = Timestamp.from(clock.instant());
        boolean first = notice.deliveredAt() == null;
        NoticeState state = notice.state();
        if (NoticeStep.CONFIRM.isPossibleFrom(state)) {
            state = NoticeStep.CONFIRM.to();
            jdbc.update("UPDATE notice SET state = ?, open_mark = NULL, delivered_at = COALESCE(delivered_at, ?),"
                    + " ended_at = ?, cause = '', version = version + 1 WHERE id = ?", state.name(), at, now, notice.id());
            if (notice.state() != NoticeState.SENT || notice.channel() != report.channel()) {
                DecisionInsert.insertAll(jdbc, List.of(new Noted(notice.id(), Decision.CHAIN_STOPPED,
                        report.channel().name())), "system", now);
            }
        } else if (first) {
            jdbc.update("UPDATE notice SET delivered_at = ?, version = version + 1 WHERE id = ?", at, notice.id());
        }
        if (first) {
            events.publishEvent(new NoticeDelivered(notice.id(), notice.kind(), notice.subject(), notice.recipient(),
                    report.channel(), deliveredAt));
        }
        return NoticeRow.delivered(notice, state, deliveredAt);
    }

    /** WeChat's clock counts whole seconds, and is not ours: nothing arrives before it was accepted. */
    private static Instant deliveredAt(Notice notice, DeliveryReport report) {
        Instant accepted = notice.acceptedAt();
        return accepted != null && report.reportedAt().isBefore(accepted) ? accepted : report.reportedAt();
    }

    private Map<Long, Notice> locked(List<Long> ids) {
        Map<Long, Notice> notices = new HashMap<>();
        jdbc.query("SELECT " + NoticeRow.COLUMNS + " FROM notice n WHERE n.id IN ("
                                + String.join(",", Collections.nCopies(ids.size(), "?")) + ") ORDER BY n.id FOR UPDATE",
                        NoticeRow::read, ids.toArray())
                .forEach(notice -> notices.put(notice.id(), notice));
        return notices;
    }
}

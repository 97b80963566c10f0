package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.WorkingDays;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies at a person's desk, the most urgent first. */
@Component
public class WorkQueue {

    private final QueueMapper mapper;
    private final Submissions submissions;
    private final Institutions institutions;
    private final Findings findings;
    private final Supplier<WorkingDays> calendar;
    private final Clock clock;

    WorkQueue(
            QueueMapper mapper,
            Submissions submissions,
            Institutions institutions,
            Findings findings,
            Supplier<WorkingDays> calendar,
            Clock clock) {
        this.mapper = mapper;
        this.submissions = submissions;
        this.institutions = institutions;
        this.findings = findings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param next where the next page begins; null after the last */
    public record Page(List<WorkItem> items, QueueKey next) {}

    /**
     * The batches at the desk of the person's scope by due date, paged by key at the same cost at any depth: an
     * institution's own drafts and what was returned to it as a whole; what a city or the province has to review.
     *
     * @param after where the last page ended; null for the first
     * @throws Absent if the filter names an institution that does not exist or lies outside of the scope
     */
    @Transactional(readOnly = true)
    public Page page(QueueFilter filter, QueueKey after, int limit, Staff by) {
        QueueSearch search = search(filter, after, limit + 1, by);
        List<QueueMapper.Place> found = search.canFindAny() ? mapper.places(search) : List.of();
        List<QueueMapper.Place> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(items(shown, by), found.size() > limit ? QueueKey.of(shown.get(limit - 1)) : null);
    }

    /** How many batches lie at each centre's desk, by its region; those without are left out. At the cost of what lies there. */
    public Map<String, Integer> waitingByCentre() {
        return mapper.waitingByCentre().stream()
                .collect(Collectors.toMap(QueueMapper.Waiting::regionCode, QueueMapper.Waiting::batches));
    }

    private QueueSearch search(QueueFilter filter, QueueKey after, int limit, Staff by) {
        Scope scope = by.scope();
        return new QueueSearch(
                deskOf(scope),
                scope.regionCode(),
                institutionOf(filter, scope),
                filter.stage(),
                filter.mine() ? by.username() : null,
                last(filter),
                after,
                limit);
    }

    private static Desk deskOf(Scope scope) {
        return switch (scope.kind()) {
            case INSTITUTION -> Desk.INSTITUTION;
            case CITY -> Desk.CITY;
            case PROVINCE -> Desk.PROVINCE;
        };
    }

    private Long institutionOf(QueueFilter filter, Scope scope) {
        if (filter.institution() == null) {
            return scope.institutionId();
        }
        Optional<Institution> named = institutions.findByNumberPrefix(filter.institution()).filter(scope::covers);
        return named.orElseThrow(Absent::new).id();
    }

    private LocalDate last(QueueFilter filter) {
        if (!filter.overdue()) {
            return filter.dueUntil();
        }
        LocalDate yesterday = today().minusDays(1);
        return filter.dueUntil() == null || filter.dueUntil().isAfter(yesterday) ? yesterday : filter.dueUntil();
    }

    private List<WorkItem> items(List<QueueMapper.Place> places, Staff by) {
        List<Long> ids = places.stream().map(QueueMapper.Place::id).toList();
        Map<Long, Submission> batches = submissions.find(ids);
        Map<Long, Integer> counts = findings.counts(ids);
        WorkingDaysLeft left = new WorkingDaysLeft(calendar.get(), today());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(batches.get(id)))
                .map(batch -> item(batch, left, counts.getOrDefault(batch.id(), 0), by))
                .toList();
    }

    private WorkItem item(Submission batch, WorkingDaysLeft left, int noticed, Staff by) {
        LocalDate due = batch.dueOn();
        return new WorkItem(
                batch,
                due == null ? null : left.until(due),
                due != null && due.isBefore(today()),
                noticed,
                Workflow.possible(batch, by));
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant());
    }
}

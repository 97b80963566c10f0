package io.zhengxun.admin.deadline;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.Returns;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Deadlines in lists: what they are about is named there as people call it, not by its id. */
@Component
class DeadlineLines {

    private final Institutions institutions;
    private final Issuances issuances;
    private final Submissions submissions;
    private final Returns returns;
    private final Complaints complaints;

    DeadlineLines(
            Institutions institutions,
            Issuances issuances,
            Submissions submissions,
            Returns returns,
            Complaints complaints) {
        this.institutions = institutions;
        this.issuances = issuances;
        this.submissions = submissions;
        this.returns = returns;
        this.complaints = complaints;
    }

    /**
     * @param institution null for a case of a centre's own
     * @param number of what it is about
     */
    record Line(Deadline deadline, Institution institution, String number) {

        String institutionName() {
            return institution == null ? "" : institution.name();
        }

        private String numberPrefix() {
            return institution == null ? "" : institution.numberPrefix();
        }
    }

    List<Line> of(List<Deadline> page) {
        Map<Long, Institution> of = institutions.find(
                page.stream().map(deadline -> deadline.subject().institutionId()).collect(Collectors.toSet()));
        Map<DeadlineSubject, String> numbers = new HashMap<>();
        page.stream()
                .map(Deadline::subject)
                .collect(Collectors.groupingBy(DeadlineSubject::kind))
                .forEach((kind, subjects) -> {
                    Map<Long, String> ofKind = numbers(kind, subjects.stream().map(DeadlineSubject::id).distinct().toList());
                    subjects.forEach(subject -> numbers.put(subject, ofKind.get(subject.id())));
                });
        return page.stream()
                .map(deadline -> new Line(
                        deadline, of.get(deadline.subject().institutionId()), numbers.get(deadline.subject())))
                .toList();
    }

    private Map<Long, String> numbers(DeadlineSubject.Kind kind, Collection<Long> ids) {
        return switch (kind) {
            case ISSUANCE -> named(issuances.find(ids), issuance -> issuance.number());
            case SUBMISSION -> named(submissions.find(ids), batch -> batch.number());
            case RETURN -> named(returns.find(ids), found -> found.number());
            case COMPLAINT -> named(complaints.find(ids), found -> found.number());
        };
    }

    private static <T> Map<Long, String> named(Map<Long, T> found, Function<T, String> number) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> number.apply(entry.getValue())));
    }

    /** @param deadlines explains how each is counted */
    static List<Column<Line>> columns(Deadlines deadlines, Clock clock) {
        return List.of(
                of("rule", 12, deadline -> deadline.rule().id()),
                of("what", 26, deadline -> label("deadline.rule.", deadline.rule())),
                of("kind", 12, deadline -> label("deadline.subject.", deadline.subject().kind())),
                new Column<>("number", 20, Line::number),
                new Column<>("institution", 36, Line::institutionName),
                new Column<>("prefix", 16, Line::numberPrefix),
                of("debtor", 14, deadline -> label("desk.", deadline.debtor())),
                of("start", 12, Deadline::startOn),
                of("due", 12, Deadline::dueOn),
                of("overdue", 10, deadline -> !clock.instant().isBefore(deadline.dueAt())),
                of("provisional", 10, Deadline::provisional),
                of("explanation", 80, deadlines::explain));
    }

    private static Column<Line> of(String name, int width, Function<Deadline, Object> text) {
        return new Column<>(name, width, line -> text.apply(line.deadline()));
    }
}

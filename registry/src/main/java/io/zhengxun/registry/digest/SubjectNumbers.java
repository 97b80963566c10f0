package io.zhengxun.registry.digest;

import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.DeadlineSubject.Kind;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.Returns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By which numbers people know the cases of deadlines. */
@Component
class SubjectNumbers {

    private final Issuances issuances;
    private final Submissions submissions;
    private final Returns returns;
    private final Complaints complaints;

    SubjectNumbers(Issuances issuances, Submissions submissions, Returns returns, Complaints complaints) {
        this.issuances = issuances;
        this.submissions = submissions;
        this.returns = returns;
        this.complaints = complaints;
    }

    /** Of those that are there; at most one query for each kind. */
    Map<DeadlineSubject, String> of(Collection<DeadlineSubject> subjects) {
        Map<Kind, Set<DeadlineSubject>> byKind =
                subjects.stream().collect(Collectors.groupingBy(DeadlineSubject::kind, Collectors.toSet()));
        Map<DeadlineSubject, String> numbers = new HashMap<>();
        byKind.forEach((kind, some) -> {
            Map<Long, String> byId = numbers(kind, some.stream().map(DeadlineSubject::id).toList());
            some.forEach(subject -> numbers.put(subject, byId.getOrDefault(subject.id(), "")));
        });
        return numbers;
    }

    private Map<Long, String> numbers(Kind kind, Collection<Long> ids) {
        Map<Long, String> numbers = new HashMap<>();
        switch (kind) {
            case ISSUANCE -> issuances.find(ids).forEach((id, issuance) -> numbers.put(id, issuance.number()));
            case SUBMISSION -> submissions.find(ids).forEach((id, batch) -> numbers.put(id, batch.number()));
            case RETURN -> returns.find(ids).forEach((id, found) -> numbers.put(id, found.number()));
            case COMPLAINT -> complaints.find(ids).forEach((id, found) -> numbers.put(id, found.number()));
        }
        return numbers;
    }
}

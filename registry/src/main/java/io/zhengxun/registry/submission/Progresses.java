package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject.Kind;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.OpenReturnMapper.OpenReturn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How far certificates and batches have come, and by when the next step is due (Q4), as the running clocks say. Of
 * several at once it costs what it costs of one.
 */
@Component
public class Progresses {

    private static final Set<DeadlineRule> CORRECTION = Set.of(DeadlineRule.D5, DeadlineRule.D6, DeadlineRule.D7);

    private final Submissions submissions;
    private final OpenReturnMapper returns;
    private final Clocks clocks;
    private final Deadlines deadlines;

    Progresses(Submissions submissions, OpenReturnMapper returns, Clocks clocks, Deadlines deadlines) {
        this.submissions = submissions;
        this.returns = returns;
        this.clocks = clocks;
        this.deadlines = deadlines;
    }

    /**
     * How far a certificate has come: published by the ministry's receipt whatever else of its batch is; in a return
     * with the institution, by what the return's clock says; else as far as its batch.
     */
    public Progress of(Certificate certificate) {
        return of(List.of(certificate)).get(certificate.id());
    }

    /** How far certificates have come, by their ids. */
    public Map<Long, Progress> of(Collection<Certificate> certificates) {
        Map<Long, Progress> returned = returned(certificates.stream()
                .map(Certificate::returnId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<Long, Progress> underWay = ofBatches(submissions.find(certificates.stream()
                .filter(certificate -> certificate.publishedOn() == null && certificate.returnId() == null)
                .map(Certificate::submissionId)
                .collect(Collectors.toSet())).values());
        Map<Long, Progress> progresses = new HashMap<>();
        for (Certificate certificate : certificates) {
            progresses.put(certificate.id(), published(certificate).orElseGet(() -> certificate.returnId() != null
                    ? returned.get(certificate.returnId())
                    : underWay.get(certificate.submissionId())));
        }
        return progresses;
    }

    /** How far a batch has come. */
    public Progress of(Submission batch) {
        return ofBatches(List.of(batch)).get(batch.id());
    }

    /** How far batches have come, by their ids. */
    public Map<Long, Progress> ofBatches(Collection<Submission> batches) {
        Map<Long, List<Deadline>> running = clocks.running(
                Kind.SUBMISSION,
                batches.stream()
                        .filter(batch -> batch.stage().deadline(batch.tier()).isPresent())
                        .map(Submission::id)
                        .collect(Collectors.toSet()));
        return batches.stream().collect(Collectors.toMap(
                Submission::id, batch -> progress(batch, running.getOrDefault(batch.id(), List.of()))));
    }

    private static Optional<Progress> published(Certificate certificate) {
        return Optional.ofNullable(certificate.publishedOn())
                .map(day -> new Progress(Stage.PUBLISHED, Desk.NONE, day, Optional.empty()));
    }

    private Map<Long, Progress> returned(Set<Long> returnIds) {
        if (returnIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Deadline>> running = clocks.running(Kind.RETURN, returnIds);
        return returns.byIds(returnIds).stream().collect(Collectors.toMap(
                OpenReturn::id, found -> progress(found, running.getOrDefault(found.id(), List.of()))));
    }

    /** D10 is no holder's concern: what is due of the institution is not, before it was notified (T4). */
    private Progress progress(OpenReturn found, List<Deadline> running) {
        return new Progress(
                found.stage(),
                Desk.INSTITUTION,
                LegalTime.dayOf(found.recordedAt()),
                running.stream().filter(clock -> CORRECTION.contains(clock.rule())).findFirst().map(deadlines::due));
    }

    private Progress progress(Submission batch, List<Deadline> running) {
        Stage stage = batch.stage();
        return new Progress(
                stage,
                batch.desk(),
                LegalTime.dayOf(batch.stageSince()),
                stage.deadline(batch.tier())
                        .flatMap(rule -> running.stream().filter(clock -> clock.rule() == rule).findFirst())
                        .map(deadlines::due));
    }
}

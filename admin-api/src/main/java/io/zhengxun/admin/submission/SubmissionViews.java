package io.zhengxun.admin.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.submission.Progress;
import io.zhengxun.registry.submission.Progresses;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Batches as the API shows them to a person. */
@Component
class SubmissionViews {

    private final Submissions submissions;
    private final Institutions institutions;
    private final Issuances issuances;
    private final Progresses progresses;
    private final MessageSource messages;
    private final Clock clock;

    SubmissionViews(
            Submissions submissions,
            Institutions institutions,
            Issuances issuances,
            Progresses progresses,
            MessageSource messages,
            Clock clock) {
        this.submissions = submissions;
        this.institutions = institutions;
        this.issuances = issuances;
        this.progresses = progresses;
        this.messages = messages;
        this.clock = clock;
    }

    /** All that is known of one. */
    SubmissionView whole(Submission batch, Staff staff) {
        Institution institution = institutions.find(batch.institutionId()).orElseThrow();
        Issuance issuance = batch.issuanceId() == null ? null : issuances.find(batch.issuanceId()).orElseThrow();
        return SubmissionView.of(
                batch,
                new SubmissionView.Beside(
                        institution,
                        progresses.of(batch),
                        issuance,
                        submissions.overdueStatement(batch.id()).orElse(null),
                        LegalTime.dayOf(clock.instant())),
                staff,
                messages);
    }

    /** The lines of a list. */
    List<SubmissionView> of(Collection<Submission> batches, Map<Long, Institution> of, Staff staff) {
        Map<Long, Issuance> answered = issuances.find(batches.stream()
                .map(Submission::issuanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        LocalDate today = LegalTime.dayOf(clock.instant());
        Map<Long, Progress> all = progresses.ofBatches(batches);
        return batches.stream()
                .map(batch -> SubmissionView.of(
                        batch,
                        new SubmissionView.Beside(
                                of.get(batch.institutionId()),
                                all.get(batch.id()),
                                batch.issuanceId() == null ? null : answered.get(batch.issuanceId()),
                                null,
                                today),
                        staff,
                        messages))
                .toList();
    }
}

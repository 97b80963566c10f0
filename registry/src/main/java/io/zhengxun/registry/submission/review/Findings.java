package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.certificate.Screened;
import io.zhengxun.registry.certificate.ScreenedCertificates;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.AnsweredIssuances;
import io.zhengxun.registry.submission.Received;
import io.zhengxun.registry.submission.Submission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the machine noticed in the rows of a batch when it was received: machine checks run first, people second (C6,
 * G 9, K8). Nothing personal is opened for it.
 */
@Component
public class Findings {

    private final ScreenedCertificates certificates;
    private final Deadlines deadlines;
    private final AnsweredIssuances issuances;
    private final ScreeningSettings settings;
    private final FindingMapper mapper;
    private final FindingInsert insert;

    Findings(
            ScreenedCertificates certificates,
            Deadlines deadlines,
            AnsweredIssuances issuances,
            ScreeningSettings settings,
            FindingMapper mapper,
            FindingInsert insert) {
        this.certificates = certificates;
        this.deadlines = deadlines;
        this.issuances = issuances;
        this.settings = settings;
        this.mapper = mapper;
        this.insert = insert;
    }

    /** Within the transaction that hands the batch in, once its rows are there. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void screen(Received event) {
        Submission batch = event.batch();
        List<Finding> found = found(batch);
        if (!found.isEmpty()) {
            insert.insertAll(batch.id(), found);
            mapper.setCount(batch.id(), found.size());
        }
    }

    private List<Finding> found(Submission batch) {
        Screening screening = new Screening(batch.id(), settings);
        // A correction has its own deadline, and only those rows that were returned.
        if (batch.kind() == Submission.Kind.REPORT) {
            List<Screened> rows = certificates.ofBatch(batch.id());
            screening.lateness(rows, LegalTime.dayOf(batch.deskReceivedAt()),
                    issued -> deadlines.due(DeadlineRule.D1, issued).dueDate());
            screening.gaps(rows);
        } else {
            issuances.of(batch).ifPresent(
                    issuance -> screening.departures(certificates.ofBatch(batch.id()), issuance));
        }
        screening.holders(certificates.ofHoldersOfSeveral(batch.id()));
        return screening.findings();
    }

    /** The findings of some rows of a batch, by the certificate's id; rows without any are left out. */
    public Map<Long, List<Finding>> ofRows(long submissionId, Collection<Long> certificateIds) {
        return certificateIds.isEmpty()
                ? Map.of()
                : mapper.ofRows(submissionId, certificateIds).stream()
                        .map(FindingMapper.Row::finding)
                        .collect(Collectors.groupingBy(Finding::certificateId));
    }

    /** How many findings batches came with, by the batch's id. */
    public Map<Long, Integer> counts(Collection<Long> submissionIds) {
        return submissionIds.isEmpty()
                ? Map.of()
                : mapper.counts(submissionIds).stream()
                        .collect(Collectors.toMap(FindingMapper.Count::id, FindingMapper.Count::findingCount));
    }
}

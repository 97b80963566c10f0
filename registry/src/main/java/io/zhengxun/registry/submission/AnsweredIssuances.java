package io.zhengxun.registry.submission;

import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.Issuances;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The issuances that batches answer (T3); a correction, the one of the batch whose rows it corrects (R2). */
@Component
public class AnsweredIssuances {

    private final SubmissionMapper mapper;
    private final Issuances issuances;

    AnsweredIssuances(SubmissionMapper mapper, Issuances issuances) {
        this.mapper = mapper;
        this.issuances = issuances;
    }

    /** Empty for what came before issuances were kept. A correction may be of a correction. */
    public Optional<Issuance> of(Submission batch) {
        Submission original = batch;
        while (original != null && original.issuanceId() == null) {
            original = original.answersReturnId() == null ? null : mapper.returnedFrom(original.answersReturnId());
        }
        return Optional.ofNullable(original).flatMap(found -> issuances.find(found.issuanceId()));
    }
}

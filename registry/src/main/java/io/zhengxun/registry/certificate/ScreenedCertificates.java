package io.zhengxun.registry.certificate;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Certificates as screening sees them, told apart by their blind indexes (K8). While index keys are changed, rows of
 * different keys are not recognised as one person's.
 */
@Component
public class ScreenedCertificates {

    private final ScreenedMapper mapper;

    ScreenedCertificates(ScreenedMapper mapper) {
        this.mapper = mapper;
    }

    /** All of a batch, in the order of their numbers. */
    public List<Screened> ofBatch(long submissionId) {
        return mapper.ofBatch(submissionId);
    }

    /** All that holders of a batch have in any batch, as far as they have several; deleted ones are gone (K6). */
    public List<Screened> ofHoldersOfSeveral(long submissionId) {
        return mapper.ofHoldersOfSeveral(submissionId);
    }
}

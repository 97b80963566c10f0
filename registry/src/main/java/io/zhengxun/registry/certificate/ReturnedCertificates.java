package io.zhengxun.registry.certificate;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Certificates that leave their batch in a return (R2). Sealed values are copied, never opened. */
@Component
public class ReturnedCertificates {

    private static final int ROWS_PER_STATEMENT = 500;

    private final ReturnedCertificateMapper mapper;

    ReturnedCertificates(ReturnedCertificateMapper mapper) {
        this.mapper = mapper;
    }

    /** All rows of a batch, those in a return included, in their order. */
    public List<RowPlace> rowsOf(long submissionId) {
        return mapper.rowsOf(submissionId);
    }

    /**
     * Puts rows of a batch into a return, within the caller's transaction.
     *
     * @return how they are, in the order of rows
     * @throws RowTaken if one is not under way any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SealedSnapshot> putIntoReturn(long returnId, long submissionId, List<Long> certificateIds) {
        List<SealedSnapshot> snapshots = new ArrayList<>(certificateIds.size());
        for (int from = 0; from < certificateIds.size(); from += ROWS_PER_STATEMENT) {
            List<Long> some =
                    certificateIds.subList(from, Math.min(certificateIds.size(), from + ROWS_PER_STATEMENT));
            if (mapper.putIntoReturn(returnId, submissionId, some) != some.size()) {
                throw new RowTaken();
            }
            snapshots.addAll(mapper.snapshots(some));
        }
        return snapshots;
    }
}

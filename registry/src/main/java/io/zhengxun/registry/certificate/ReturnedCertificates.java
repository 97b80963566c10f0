package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Certificates that leave their batch in a return (R2). Sealed values are copied, never opened. */
@Component
public class ReturnedCertificates {

    private static final int ROWS_PER_STATEMENT = 500;

    private final ReturnedCertificateMapper mapper;
    private final CertificateReplace replace;
    private final Vault vault;

    ReturnedCertificates(ReturnedCertificateMapper mapper, CertificateReplace replace, Vault vault) {
        this.mapper = mapper;
        this.replace = replace;
        this.vault = vault;
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

    /** The certificates that lie in an open return: their ids by their numbers. */
    public Map<String, Long> inReturn(long returnId) {
        return mapper.inReturn(returnId).stream().collect(Collectors.toMap(ReturnedCertificateMapper.NumberedId::number, ReturnedCertificateMapper.NumberedId::id));
    }

    /** What the certificates that lie in an open return certify as it was reported, by their numbers. */
    public Map<String, Skill> skillsInReturn(long returnId) {
        return mapper.skillsInReturn(returnId).stream().collect(Collectors.toMap(
                ReturnedCertificateMapper.NumberedSkill::number, ReturnedCertificateMapper.NumberedSkill::skill));
    }

    /** The numbers of some certificates by their ids. */
    public Map<Long, String> numbers(Collection<Long> certificateIds) {
        return certificateIds.isEmpty()
                ? Map.of()
                : mapper.numbers(certificateIds).stream().collect(Collectors.toMap(ReturnedCertificateMapper.NumberedId::id, ReturnedCertificateMapper.NumberedId::number));
    }

    /**
     * Takes certificates out of a return with their corrected values, into the batch of the correction, within the
     * caller's transaction. Number and standing stay.
     *
     * @param ids of the certificates by their numbers
     * @return how they are now
     * @throws RowTaken if one is not in that return
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SealedSnapshot> correct(
            long returnId, long submissionId, SealedCertificates corrected, Map<String, Long> ids) {
        corrected.rows().forEach(row -> row.id = ids.get(row.number));
        replace.replaceAll(returnId, submissionId, corrected.rows());
        return corrected.rows().stream().map(CertificateRow::snapshot).toList();
    }

    /** Opens what was kept of a certificate. */
    public CertificateData open(SealedSnapshot kept) {
        Holder holder = new Holder(
                PersonName.of(vault.open(kept.name())), IdNumber.of(kept.idType(), vault.open(kept.id())));
        return new CertificateData(holder, kept.occupation(), kept.job(), kept.level(), kept.issueDate());
    }
}

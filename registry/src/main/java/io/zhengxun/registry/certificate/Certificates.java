package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Vault;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The certificates and the look-up by two fields. */
@Component
public class Certificates {

    /** One holder's certificates in one answer; more are asked for with a number. */
    public static final int MOST_FOUND = 20;

    private final CertificateMapper mapper;
    private final CertificateInsert insert;
    private final DraftCertificates drafts;
    private final Vault vault;

    Certificates(CertificateMapper mapper, CertificateInsert insert, DraftCertificates drafts, Vault vault) {
        this.mapper = mapper;
        this.insert = insert;
        this.drafts = drafts;
        this.vault = vault;
    }

    /**
     * The certificates that match every given field (Q1), newest first, {@value #MOST_FOUND} at most; never a deleted
     * one (K6). Empty for a wrong value and for an absent certificate alike, at the same cost (Q2).
     */
    public List<Certificate> find(Inquiry inquiry) {
        return rows(inquiry).stream()
                .map(row -> row.opened(vault))
                .filter(certificate -> matchesAll(certificate, inquiry))
                .toList();
    }

    private List<CertificateRow> rows(Inquiry inquiry) {
        if (inquiry.number().isEmpty()) {
            return mapper.byIdAndName(
                    vault.indexes(inquiry.idNumber().orElseThrow()),
                    vault.indexes(inquiry.name().orElseThrow()),
                    MOST_FOUND);
        }
        String number = inquiry.number().get().value();
        return inquiry.idNumber()
                .map(idNumber -> mapper.byNumberAndId(number, vault.indexes(idNumber)))
                .orElseGet(() -> mapper.byNumberAndName(number, vault.indexes(inquiry.name().orElseThrow())));
    }

    /** With three fields the third is compared here; the index served the other two (Q1). */
    private static boolean matchesAll(Certificate certificate, Inquiry inquiry) {
        return inquiry.name()
                .map(name -> name.canonical().equals(certificate.holder().name().canonical()))
                .orElse(true);
    }

    /** Which of these numbers are taken, deleted certificates' included: a number is unique for ever (C5). */
    public Set<String> taken(Collection<CertificateNumber> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : new HashSet<>(mapper.existing(
                        numbers.stream().map(CertificateNumber::value).toList()));
    }

    /** Seals certificates for storing: the dear part of it, safe to do on another thread than the transaction's. */
    public SealedCertificates seal(List<NewCertificate> certificates) {
        return new SealedCertificates(certificates.stream()
                .map(certificate -> CertificateRow.sealed(certificate, vault))
                .toList());
    }

    /**
     * Stores certificates of a batch within the caller's transaction.
     *
     * @throws NumberTaken if a number exists already, also one stored by another at the same moment (C5)
     */
    public void store(long submissionId, long institutionId, SealedCertificates certificates) {
        try {
            insert.insertAll(submissionId, institutionId, certificates.rows());
        } catch (DuplicateKeyException e) {
            throw new NumberTaken();
        }
    }

    /**
     * Deletes the rows of a draft within the caller's transaction: they were never reported, and their numbers are free
     * again. What was reported is never deleted (C5, K6): a batch of which a row was returned or published is refused.
     *
     * @return how many there were
     */
    public int deleteDraft(long submissionId) {
        return drafts.delete(submissionId);
    }
}

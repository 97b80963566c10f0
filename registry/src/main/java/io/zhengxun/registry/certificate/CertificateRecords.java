package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificates as the centres' work needs them: one by its number whatever its standing (K6), the rows that a batch
 * carries to the ministry, and what the ministry's receipts say of them (R4). Look-ups go by {@link Certificates}.
 */
@Component
public class CertificateRecords {

    private static final int ROWS_AT_ONCE = 1000;
    /** MariaDB makes a table of a list of a thousand values, and reads all rows to join it. */
    private static final int VALUES_AT_ONCE = 500;

    private final CertificateRecordMapper mapper;
    private final Vault vault;

    CertificateRecords(CertificateRecordMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** The certificate of that number, also a suspended or deleted one. Its scope is the caller's to ask. */
    public Optional<Certificate> find(CertificateNumber number) {
        return Optional.ofNullable(mapper.byNumber(number.value())).map(row -> row.opened(vault));
    }

    /** The rows that a batch carries, in order, a thousand in memory at a time; neither returned nor deleted ones. */
    public void eachCarried(long submissionId, Consumer<ReportedRow> use) {
        int rowNo = 0;
        long id = 0;
        List<CertificateRow> rows;
        do {
            rows = mapper.carried(submissionId, rowNo, id, ROWS_AT_ONCE);
            for (CertificateRow row : rows) {
                use.accept(reported(row));
                rowNo = row.rowNo;
                id = row.id;
            }
        } while (rows.size() == ROWS_AT_ONCE);
    }

    private ReportedRow reported(CertificateRow row) {
        return new ReportedRow(
                CertificateNumber.of(row.number),
                vault.open(row.nameSealed),
                row.idType,
                vault.open(row.idSealed),
                row.occupation,
                row.job,
                row.level,
                row.issueDate);
    }

    /** Where the certificates of these numbers lie; those that do not exist are missing from the answer. */
    public Map<String, CertificatePlace> places(Collection<String> numbers) {
        Map<String, CertificatePlace> places = new HashMap<>();
        for (List<String> some : pieces(numbers)) {
            mapper.places(some).forEach(place -> places.put(place.number(), place));
        }
        return places;
    }

    /** How many of the rows that a batch carries have receipts. */
    public MinistryTally tally(long submissionId) {
        return mapper.tally(submissionId);
    }

    /**
     * Records that rows stand on the national network, within the caller's transaction.
     *
     * @param ids of certificates that are neither published nor in a return
     * @throws OptimisticLockingFailureException if one of them is meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Collection<Long> ids, LocalDate on) {
        for (List<Long> some : pieces(ids)) {
            if (mapper.publish(some, on) != some.size()) {
                throw new OptimisticLockingFailureException("A row got another receipt meanwhile.");
            }
        }
    }

    private static <T> List<List<T>> pieces(Collection<T> all) {
        List<T> list = new ArrayList<>(all);
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < list.size(); from += VALUES_AT_ONCE) {
            pieces.add(list.subList(from, Math.min(list.size(), from + VALUES_AT_ONCE)));
        }
        return pieces;
    }
}

package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.certificate.CertificatePlace;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what is known of the certificates that receipts name, and keeps it so till the caller's transaction ends. */
@Component
class ReceiptKnowledge {

    private static final int IDS_AT_ONCE = 500;

    private final MinistryReceiptsMapper mapper;
    private final CertificateRecords certificates;
    private final Submissions submissions;
    private final TransactionTemplate beside;

    ReceiptKnowledge(
            MinistryReceiptsMapper mapper,
            CertificateRecords certificates,
            Submissions submissions,
            PlatformTransactionManager manager) {
        this.mapper = mapper;
        this.certificates = certificates;
        this.submissions = submissions;
        this.beside = new TransactionTemplate(manager);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Locks the batches first, and only then looks: what the transaction sees is as it stays.
     *
     * @throws OptimisticLockingFailureException if a certificate changed its batch between the two; to be tried again
     */
    Known of(List<Receipt> receipts) {
        List<String> numbers = receipts.stream().map(receipt -> receipt.number().value()).toList();
        Set<Long> locked = beside.execute(status -> batchesOf(certificates.places(numbers).values()));
        inPieces(locked, mapper::lock);
        Map<String, CertificatePlace> places = certificates.places(numbers);
        if (!locked.containsAll(batchesOf(places.values()))) {
            throw new OptimisticLockingFailureException("A certificate came into another batch meanwhile.");
        }
        return new Known(places, submissions.find(locked), sentOn(locked), returns(receipts, places));
    }

    private static Set<Long> batchesOf(Collection<CertificatePlace> places) {
        return places.stream().map(CertificatePlace::submissionId).collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<Long, LocalDate> sentOn(Set<Long> batches) {
        Map<Long, LocalDate> sentOn = new HashMap<>();
        inPieces(batches, some -> mapper.sent(some)
                .forEach(sent -> sentOn.put(sent.batchId(), LegalTime.dayOf(sent.at()))));
        return sentOn;
    }

    /** Only of those of which something could have been said earlier. */
    private Map<Long, List<MinistryReceiptsMapper.EarlierReturn>> returns(
            List<Receipt> receipts, Map<String, CertificatePlace> places) {
        Set<Long> ids = new TreeSet<>();
        for (Receipt receipt : receipts) {
            CertificatePlace place = places.get(receipt.number().value());
            if (place != null && (place.returnId() != null || !receipt.isPublished())) {
                ids.add(place.id());
            }
        }
        Map<Long, List<MinistryReceiptsMapper.EarlierReturn>> returns = new HashMap<>();
        inPieces(ids, some -> mapper.earlierReturns(some).forEach(earlier -> returns
                .computeIfAbsent(earlier.certificateId(), id -> new ArrayList<>())
                .add(earlier)));
        return returns;
    }

    private static void inPieces(Set<Long> ids, Consumer<List<Long>> use) {
        List<Long> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            use.accept(all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)));
        }
    }
}

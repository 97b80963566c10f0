package io.zhengxun.registry.subscription;

import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.AwaitedCertificates;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The holders who asked to be told about a certificate: once when it is published, and each time when its data goes back.
 * Who they are stands here sealed, is found by a keyed hash, and is forgotten some time after the end (Q6, PIPL 19).
 */
@Component
public class HolderSubscriptions {

    /** For so many certificates one person waits at a time; nobody holds more, and nobody watches other people's. */
    public static final int MOST_OPEN = 20;

    /** An ended one may still have its message on its way, or be asked about. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String LABEL = "holder-openid";
    private static final int IDS_AT_ONCE = 500;
    private static final int FORGOTTEN_AT_ONCE = 200;

    private final HolderSubscriptionMapper mapper;
    private final AwaitedCertificates certificates;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HolderSubscriptions(
            HolderSubscriptionMapper mapper,
            AwaitedCertificates certificates,
            Vault vault,
            Clock clock,
            PlatformTransactionManager manager) {
        this.mapper = mapper;
        this.certificates = certificates;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What came of a wish to be told. */
    public enum Asked {
        SUBSCRIBED,
        /** The person waits for it already. */
        ALREADY,
        /** It is published: there is nothing to wait for. */
        PUBLISHED,
        /** The person waits for {@value #MOST_OPEN} already. */
        TOO_MANY,
        /** There is no such certificate, or it may not be told about now (K6, K8). */
        UNKNOWN
    }

    /** Has a person told about a certificate; asking again changes nothing. In a transaction of its own. */
    public Asked subscribe(long certificateId, String openId) {
        try {
            return transaction.execute(status -> {
                Asked asked = asked(certificateId, openId);
                if (asked == Asked.PUBLISHED) {
                    status.setRollbackOnly();
                }
                return asked;
            });
        } catch (DuplicateKeyException e) {
            return Asked.ALREADY;
        }
    }

    private Asked asked(long certificateId, String openId) {
        if (!certificates.find(List.of(certificateId)).containsKey(certificateId)) {
            return Asked.UNKNOWN;
        }
        List<Long> open = mapper.openOf(hashes(openId));
        if (open.contains(certificateId)) {
            return Asked.ALREADY;
        }
        if (open.size() >= MOST_OPEN) {
            return Asked.TOO_MANY;
        }
        mapper.insert(certificateId, vault.seal(openId), vault.fingerprint(LABEL, openId), clock.instant());
        // The foreign key now holds a lock on the certificate: either its publication is committed and seen here, or it comes
        // later than this subscription and finds it. None falls in between.
        AwaitedCertificate now = certificates.find(List.of(certificateId)).get(certificateId);
        return now != null && now.publishedOn() != null ? Asked.PUBLISHED : Asked.SUBSCRIBED;
    }

    /** By id, the ended ones too; at the cost of one query. */
    public Map<Long, HolderSubscription> find(Collection<Long> ids) {
        return inPieces(ids, mapper::byIds).collect(Collectors.toMap(HolderSubscription::id, Function.identity()));
    }

    /** Who waits for any of these certificates. */
    public List<HolderSubscription> openOfCertificates(Collection<Long> certificateIds) {
        return inPieces(certificateIds, mapper::openOfCertificates).toList();
    }

    /** Who waits for a certificate of this batch that is published by now (R4). */
    public List<HolderSubscription> openOfPublished(long submissionId) {
        return openOfCertificates(certificates.publishedOf(submissionId));
    }

    /** Who waits for a certificate that lies in this open return (R2). */
    public List<HolderSubscription> openOfReturn(long returnId) {
        return openOfCertificates(certificates.inReturn(returnId));
    }

    /** For how many certificates a person waits. */
    public int countOpen(String openId) {
        return openCertificates(openId).size();
    }

    /** For which certificates a person waits, by id; {@value #MOST_OPEN} at most. */
    public List<Long> openCertificates(String openId) {
        return mapper.openOf(hashes(openId));
    }

    /**
     * Ends open ones within the caller's transaction; the others stay as they are. The openid can be read for another
     * 30 days.
     *
     * @param why any state but {@code OPEN} and {@code FORGOTTEN}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Collection<Long> ids, HolderSubscription.State why) {
        if (why == HolderSubscription.State.OPEN || why == HolderSubscription.State.FORGOTTEN) {
            throw new IllegalArgumentException("A subscription does not end as " + why + ".");
        }
        Instant now = clock.instant();
        pieces(ids).forEach(some -> mapper.end(some, why, now, now.plus(KEPT)));
    }

    /**
     * The person does not want to be told any more: the openid goes at once.
     *
     * @return how many were open
     */
    public int cancel(String openId) {
        return mapper.cancel(hashes(openId), clock.instant());
    }

    /** The person left, or withdrew the permission: the openid goes at once, also from what ended (PIPL 47). */
    public void forget(String openId) {
        mapper.forget(hashes(openId), clock.instant());
    }

    /**
     * Forgets who asked for what ended more than 30 days ago (PIPL 19). To be called now and then, whether or not anybody asks.
     *
     * @return how many
     */
    public int forgetEnded() {
        int all = 0;
        int some;
        do {
            some = mapper.forgetEnded(clock.instant(), FORGOTTEN_AT_ONCE);
            all += some;
        } while (some == FORGOTTEN_AT_ONCE);
        return all;
    }

    private List<byte[]> hashes(String openId) {
        return vault.fingerprints(LABEL, openId);
    }

    private Stream<HolderSubscription> inPieces(
            Collection<Long> ids, Function<Collection<Long>, List<HolderSubscriptionRow>> query) {
        return pieces(ids).flatMap(some -> query.apply(some).stream()).map(row -> row.opened(vault));
    }

    private static Stream<List<Long>> pieces(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        return Stream.iterate(0, from -> from < all.size(), (Integer from) -> from + IDS_AT_ONCE)
                .map(from -> all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)));
    }
}

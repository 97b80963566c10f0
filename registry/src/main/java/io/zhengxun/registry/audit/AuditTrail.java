package io.zhengxun.registry.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who did what, when, from where, old and new value: kept for ever, and shown to be unaltered (W4, G 13). Entry and act
 * are one transaction: both are there or neither.
 */
@Component
public class AuditTrail {

    private static final int PLACES_ASKED_AT_ONCE = 100;

    private final AuditMapper mapper;
    private final Chains chains;
    private final Clock clock;

    AuditTrail(AuditMapper mapper, Chains chains, Clock clock) {
        this.mapper = mapper;
        this.chains = chains;
        this.clock = clock;
    }

    /**
     * Records a deed with the caller's transaction. The entry is written just before the commit, so that the call may
     * stand anywhere in the act.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Deed deed) {
        append(List.of(deed));
    }

    /** Records several deeds of one act, in their order in one chain; as {@link #append(Deed)}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Deed> deeds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        deedsOfThisAct().add(deeds.stream().map(deed -> EntryRow.of(deed, now)).toList());
    }

    /** All that was done to the subject, in order. */
    public List<AuditEntry> of(Deed.Subject subject) {
        return mapper.ofSubject(subject).stream().map(AuditEntry::of).toList();
    }

    /**
     * What was done, the latest first, paged by key.
     *
     * @param after the {@link AuditEntry#key()} of the last one seen; null for the first page
     */
    public List<AuditEntry> page(AuditFilter filter, AuditKey after, int limit) {
        return mapper.page(filter, after, limit).stream().map(AuditEntry::of).toList();
    }

    /**
     * Whether each of the entries stands in its chain as it was written: cheap enough for the page of one subject. It
     * asks the neighbours only; {@link VerifyingTrail} walks the whole.
     */
    public boolean intact(List<AuditEntry> entries) {
        for (int from = 0; from < entries.size(); from += PLACES_ASKED_AT_ONCE) {
            List<AuditEntry> some = entries.subList(from, Math.min(entries.size(), from + PLACES_ASKED_AT_ONCE));
            List<AuditEntry.Place> places = some.stream().map(AuditEntry::place).toList();
            // Heads first: what they know of is there when the entries are read.
            Neighbourhood around = new Neighbourhood(mapper.heads(), mapper.around(places));
            if (!places.stream().allMatch(around::isIntact)) {
                return false;
            }
        }
        return true;
    }

    private ActDeeds deedsOfThisAct() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(ActDeeds.class::isInstance)
                .map(ActDeeds.class::cast)
                .findFirst()
                .orElseGet(this::begun);
    }

    private ActDeeds begun() {
        ActDeeds deeds = new ActDeeds(chains);
        TransactionSynchronizationManager.registerSynchronization(deeds);
        return deeds;
    }
}

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
        return mapper.ofSubject(subject.kind().name(), subject.key()).stream()
                .map(AuditEntry::of)
                .toList();
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

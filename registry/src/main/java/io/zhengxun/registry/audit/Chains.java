package io.zhengxun.registry.audit;

import io.zhengxun.registry.privacy.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The chains' ends. An act holds one of them from its last statements to its commit; whoever comes meanwhile takes
 * another one, so that acts hardly ever wait for each other.
 */
@Component
class Chains {

    /** Twice what the pool of one instance can have in commit at once, with some left for other instances. */
    static final int COUNT = 16;

    private static final Logger log = LoggerFactory.getLogger(Chains.class);
    /** More tries cost more than the wait for a commit. */
    private static final int TRIES = 4;
    private static final int ENTRIES_INSERTED_AT_ONCE = 500;

    private final AuditMapper mapper;
    private final Vault vault;
    private final AuditSettings settings;

    Chains(AuditMapper mapper, Vault vault, AuditSettings settings) {
        this.mapper = mapper;
        this.vault = vault;
        this.settings = settings;
    }

    /**
     * Appends the entries to one chain within the caller's transaction, which holds that chain's end from here on.
     *
     * @return the chain
     * @throws NotRecorded if no chain can be continued; the act must not happen
     */
    int append(List<EntryRow> entries) {
        return continued(genuineHead(), entries);
    }

    /** Appends to the chain that this transaction holds already. */
    void appendTo(int chain, List<EntryRow> entries) {
        continued(mapper.lock(chain), entries);
    }

    private int continued(Head head, List<EntryRow> entries) {
        Head end = head;
        List<EntryRow> linked = new ArrayList<>();
        for (EntryRow entry : entries) {
            EntryRow next = entry.following(end);
            linked.add(next);
            end = end.movedTo(next, vault);
        }
        for (int from = 0; from < linked.size(); from += ENTRIES_INSERTED_AT_ONCE) {
            mapper.insertAll(linked.subList(from, Math.min(linked.size(), from + ENTRIES_INSERTED_AT_ONCE)));
        }
        mapper.move(end);
        return end.chain();
    }

    /**
     * A head that somebody moved is left as it is, as evidence: continuing there would put our own stamp on the
     * forgery.
     */
    private Head genuineHead() {
        int start = ThreadLocalRandom.current().nextInt(settings.chains());
        for (int step = 0; step < Math.min(TRIES, settings.chains()); step++) {
            Head head = mapper.lockIfFree((start + step) % settings.chains());
            if (head != null && isGenuine(head)) {
                return head;
            }
        }
        for (int step = 0; step < settings.chains(); step++) {
            Head head = mapper.lock((start + step) % settings.chains());
            if (head != null && isGenuine(head)) {
                return head;
            }
        }
        throw new NotRecorded("No chain of the audit trail can be continued: their heads are missing or forged, or the"
                + " key of their stamps is not configured. The act is refused (W4).");
    }

    private boolean isGenuine(Head head) {
        boolean genuine = head.genuine(vault);
        if (!genuine) {
            log.error("The head of audit chain {} does not fit its stamp: the chain is continued no more; run"
                    + " ./verify-trail.", head.chain());
        }
        return genuine;
    }
}

package io.zhengxun.registry.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The deeds of one act, kept until just before its commit: only then a chain's end is taken, whatever else the act has
 * to do meanwhile.
 */
final class ActDeeds implements TransactionSynchronization {

    private final Chains chains;
    private final List<EntryRow> waiting = new ArrayList<>();
    private Integer chain;

    ActDeeds(Chains chains) {
        this.chains = chains;
    }

    void add(List<EntryRow> entries) {
        waiting.addAll(entries);
        if (chain != null) {
            // Somebody acts while the commit is under way; this transaction holds the chain already.
            chains.appendTo(chain, List.copyOf(waiting));
            waiting.clear();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!waiting.isEmpty()) {
            chain = chains.append(List.copyOf(waiting));
            waiting.clear();
        }
    }

    /** After all others that may still act before the commit. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

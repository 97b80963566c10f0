package io.zhengxun.registry.audit;

import io.zhengxun.registry.privacy.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Shows that the trail is unaltered, or where it is not (W4, G 13): walks all chains in their order, in pages, while
 * writers go on.
 */
@Component
public class VerifyingTrail {

    private final AuditMapper mapper;
    private final Vault vault;
    private final AtomicBoolean underWay = new AtomicBoolean();

    VerifyingTrail(AuditMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** Verifies by what the database and the keys tell; takes seconds for each million entries. */
    public Verification verify() {
        return verify(List.of(), progress -> {});
    }

    /**
     * Verifies.
     *
     * @param noted ends that earlier verifications found: must still be there
     * @param progress told now and then, by this thread
     * @throws VerificationUnderWay if this instance is at it already
     */
    public Verification verify(List<NotedEnd> noted, Consumer<Verification.Progress> progress) {
        if (!underWay.compareAndSet(false, true)) {
            throw new VerificationUnderWay();
        }
        try {
            return walk(noted, progress);
        } finally {
            underWay.set(false);
        }
    }

    private Verification walk(List<NotedEnd> noted, Consumer<Verification.Progress> progress) {
        long expected = mapper.heads().stream().mapToLong(Head::seq).sum();
        AtomicLong entries = new AtomicLong();
        List<BrokenEntry> broken = new ArrayList<>();
        List<NotedEnd> ends = new ArrayList<>();
        for (int chain : chains()) {
            ChainWalk walk = new ChainWalk(mapper, vault, chain, notedOf(chain, noted));
            Optional<BrokenEntry> first = walk.firstBroken(checked -> progress.accept(
                    new Verification.Progress(entries.addAndGet(checked), expected)));
            first.ifPresentOrElse(broken::add, () -> ends.add(walk.reachedEnd()));
        }
        return new Verification(Chains.COUNT, entries.get(), List.copyOf(broken), List.copyOf(ends));
    }

    /** Also those that there should not be: somebody wrote there. */
    private Iterable<Integer> chains() {
        TreeSet<Integer> chains = new TreeSet<>(mapper.chainsWithEntries());
        IntStream.range(0, Chains.COUNT).forEach(chains::add);
        return chains;
    }

    private static Optional<NotedEnd> notedOf(int chain, List<NotedEnd> noted) {
        return noted.stream().filter(end -> end.chain() == chain).findFirst();
    }
}

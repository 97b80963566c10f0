package io.zhengxun.registry.audit;

import io.zhengxun.registry.audit.AuditMapper.ChainEnd;
import io.zhengxun.registry.audit.BrokenEntry.Flaw;
import io.zhengxun.registry.privacy.Vault;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Walks one chain from its first entry to the end that it had when the walk began. Entries never change, so what writers
 * add meanwhile does not matter.
 */
final class ChainWalk {

    private static final int PAGE = 1000;

    private final AuditMapper mapper;
    private final Vault vault;
    private final int chain;
    private final Optional<NotedEnd> noted;
    private byte[] lastHash = new byte[EntryRow.HASH_BYTES];
    private long lastSeq;

    ChainWalk(AuditMapper mapper, Vault vault, int chain, Optional<NotedEnd> noted) {
        this.mapper = mapper;
        this.vault = vault;
        this.chain = chain;
        this.noted = noted;
    }

    /** @param checked told how many entries more were checked, page by page */
    Optional<BrokenEntry> firstBroken(LongConsumer checked) {
        ChainEnd end = mapper.end(chain);
        if (end == null) {
            return broken(0, Flaw.HEAD_MISSING);
        }
        List<EntryRow> page;
        do {
            page = mapper.stretch(chain, lastSeq, end.lastSeq(), PAGE);
            for (EntryRow entry : page) {
                Optional<Flaw> flaw = flaw(entry, end);
                if (flaw.isPresent()) {
                    return broken(lastSeq + 1, flaw.get());
                }
                lastSeq = entry.seq();
                lastHash = entry.hash();
            }
            checked.accept(page.size());
        } while (page.size() == PAGE);
        return endFlaw(end);
    }

    NotedEnd reachedEnd() {
        return NotedEnd.of(new Head(chain, lastSeq, lastHash, null));
    }

    private Optional<Flaw> flaw(EntryRow entry, ChainEnd end) {
        if (entry.seq() != lastSeq + 1) {
            return Optional.of(Flaw.MISSING);
        }
        if (!entry.unaltered()) {
            return Optional.of(Flaw.CONTENT_CHANGED);
        }
        if (!entry.follows(lastHash)) {
            return Optional.of(Flaw.LINK_BROKEN);
        }
        if (noted.filter(known -> known.seq() == entry.seq() && !known.isOf(entry.hash())).isPresent()) {
            return Optional.of(Flaw.REWRITTEN);
        }
        return entry.seq() > end.seq() ? Optional.of(Flaw.SURPLUS) : Optional.empty();
    }

    private Optional<BrokenEntry> endFlaw(ChainEnd end) {
        long known = Math.max(end.seq(), noted.map(NotedEnd::seq).orElse(0L));
        if (lastSeq < known) {
            return broken(lastSeq + 1, Flaw.MISSING);
        }
        if (!end.head().endsWith(lastHash)) {
            return broken(end.seq(), Flaw.HEAD_MISMATCH);
        }
        return end.head().genuine(vault) ? Optional.empty() : broken(end.seq(), Flaw.STAMP_WRONG);
    }

    private Optional<BrokenEntry> broken(long seq, Flaw flaw) {
        return Optional.of(new BrokenEntry(chain, seq, flaw));
    }
}

package io.zhengxun.registry.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some entries with those before and after them, by which each one's own place can be judged. */
final class Neighbourhood {

    private final Map<Integer, Head> heads;
    private final Map<Link, EntryRow> entries;

    private record Link(int chain, long seq) {}

    /** @param heads read before the entries */
    Neighbourhood(List<Head> heads, List<EntryRow> entries) {
        this.heads = heads.stream().collect(Collectors.toMap(Head::chain, Function.identity()));
        this.entries = entries.stream()
                .collect(Collectors.toMap(row -> new Link(row.chain(), row.seq()), Function.identity()));
    }

    boolean isIntact(AuditEntry.Place place) {
        EntryRow entry = at(place, 0);
        return entry != null && entry.unaltered() && followsItsPrevious(place, entry) && isFollowed(place, entry);
    }

    private boolean followsItsPrevious(AuditEntry.Place place, EntryRow entry) {
        EntryRow previous = at(place, -1);
        return place.seq() == 1
                ? entry.follows(new byte[EntryRow.HASH_BYTES])
                : previous != null && entry.follows(previous.hash());
    }

    private boolean isFollowed(AuditEntry.Place place, EntryRow entry) {
        EntryRow next = at(place, 1);
        if (next != null) {
            return next.follows(entry.hash());
        }
        Head head = heads.get(place.chain());
        // Later than the head that was read: nothing can follow yet that was already known.
        return head != null && (head.seq() < place.seq() || head.seq() == place.seq() && head.endsWith(entry.hash()));
    }

    private EntryRow at(AuditEntry.Place place, int step) {
        return entries.get(new Link(place.chain(), place.seq() + step));
    }
}

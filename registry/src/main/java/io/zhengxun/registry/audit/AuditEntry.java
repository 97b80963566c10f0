package io.zhengxun.registry.audit;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody did, as the trail kept it (W4).
 *
 * @param at when, to the millisecond
 * @param act stable name of what was done
 * @param subjectKind to what it was done: a {@link Deed.Subject.Kind}, or one that this version no longer knows
 * @param before field names and masked values in their order, as they were
 * @param after likewise, as they became
 */
public record AuditEntry(
        Place place,
        Instant at,
        Actor actor,
        String act,
        String subjectKind,
        String subjectKey,
        Map<String, String> before,
        Map<String, String> after) {

    /**
     * Where it stands.
     *
     * @param id unique over all chains
     * @param chain which of the trail's chains
     * @param seq the place in its chain, from 1
     */
    public record Place(long id, int chain, long seq) {}

    /** By which the page that follows this entry is asked for. */
    public AuditKey key() {
        return new AuditKey(at, place.id());
    }

    static AuditEntry of(EntryRow row) {
        return new AuditEntry(
                new Place(row.id(), row.chain(), row.seq()),
                row.at(),
                new Actor(row.username(), row.name(), row.role(), row.address()),
                row.act(),
                row.subjectKind(),
                row.subjectKey(),
                Values.of(row.beforeValues()),
                Values.of(row.afterValues()));
    }
}

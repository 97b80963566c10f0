package io.zhengxun.registry.complaint;

import java.time.LocalDate;

/**
 * The place of a complaint in a list.
 *
 * @param dueOn null for a closed one
 */
public record ComplaintKey(LocalDate dueOn, long id) {

    /** Before all that are open. */
    public static final ComplaintKey FIRST = new ComplaintKey(LocalDate.of(1970, 1, 1), 0);

    /** Before all that are closed: of those the newest comes first. */
    public static final ComplaintKey NEWEST = new ComplaintKey(null, Long.MAX_VALUE);

    public static ComplaintKey of(Complaint found) {
        return new ComplaintKey(found.dueOn(), found.id());
    }
}

package io.zhengxun.registry.submission.returns;

import java.time.LocalDate;

/**
 * The place of a return in a list.
 *
 * @param dueOn null for a corrected one
 */
public record ReturnKey(LocalDate dueOn, long id) {

    /** Before all that are open. */
    public static final ReturnKey FIRST = new ReturnKey(LocalDate.of(1970, 1, 1), 0);

    /** Before all that are corrected: of those the newest comes first. */
    public static final ReturnKey NEWEST = new ReturnKey(null, Long.MAX_VALUE);

    public static ReturnKey of(Return found) {
        return new ReturnKey(found.dueOn(), found.id());
    }
}

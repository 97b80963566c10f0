package io.zhengxun.registry.deadline;

import java.time.LocalDate;

/** The place of an open deadline in the order in which they are due. */
public record DeadlineKey(LocalDate dueOn, long id) {

    /** Before all of them. */
    public static final DeadlineKey FIRST = new DeadlineKey(LocalDate.of(1000, 1, 1), 0);
}

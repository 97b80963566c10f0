package io.zhengxun.registry.deadline.alert;

import java.time.LocalDate;

/**
 * A step of the ladder of one due date (T5).
 *
 * @param name stable: {@code W10} working days before, {@code C30} calendar days before, {@code DUE}, {@code O1} working days
 *     after, {@code K1} weeks after those
 * @param day a working day, as far as the arrangements are known
 */
record Rung(String name, LocalDate day) {

    boolean isOverdue() {
        return name.startsWith("O") || name.startsWith("K");
    }
}

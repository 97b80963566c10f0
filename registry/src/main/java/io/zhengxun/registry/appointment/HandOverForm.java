package io.zhengxun.registry.appointment;

import java.time.LocalDate;

/**
 * A hand-over as somebody wrote it.
 *
 * @param version of the predecessor's line as the person saw it
 * @param details of the successor, who begins with it; null if the successor is a data manager of the city already
 */
public record HandOverForm(int version, String successor, LocalDate handedOverOn, String note, Details details) {

    /** Nothing personal: it may get into a log. */
    @Override
    public String toString() {
        return "HandOverForm[" + successor + "]";
    }
}

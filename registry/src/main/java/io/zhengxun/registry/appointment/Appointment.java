package io.zhengxun.registry.appointment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A person as a city's data manager (W3, Annex 2).
 *
 * @param username of the person's account
 * @param name the person's own, as the account had it then
 * @param until null while it lasts
 * @param version counts the changes: a form opened on an older one is refused
 */
public record Appointment(
        long id,
        String regionCode,
        String username,
        String name,
        Details details,
        LocalDate since,
        LocalDate until,
        String recordedBy,
        Instant recordedAt,
        int version) {

    public boolean lasts() {
        return until == null;
    }

    /** Without names and numbers: it may get into a log. */
    @Override
    public String toString() {
        return "Appointment[" + id + ", " + username + "]";
    }
}

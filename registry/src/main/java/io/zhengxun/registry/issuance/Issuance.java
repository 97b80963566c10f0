package io.zhengxun.registry.issuance;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.deadline.DeadlineSubject;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Certificates of one occupation and level that an institution issued on one day, to be reported (T3).
 *
 * @param number what people call it by, e.g. {@code FZ261123-7KQ2MX4T}
 * @param regionCode of the institution: its city, or the province
 * @param issuedCount how many certificates were issued
 * @param reportedCount rows of submitted batches that answer it
 * @param admittedBy username of the province lead who admitted it past D8 (T6), or null
 * @param reportDueOn last day of D1
 * @param closesOn last day of D8
 * @param version counts the changes: a form opened on an older one is refused
 */
public record Issuance(
        long id,
        String number,
        long institutionId,
        String regionCode,
        String planNo,
        String occupation,
        Level level,
        int issuedCount,
        LocalDate issueDate,
        int reportedCount,
        State state,
        String registeredBy,
        Instant registeredAt,
        String admittedBy,
        Instant admittedAt,
        String admittedReason,
        LocalDate reportDueOn,
        LocalDate closesOn,
        int version) {

    public enum State {
        /** Rows are still to be reported. */
        OPEN,
        /** All of it was reported. */
        REPORTED,
        /** Registered by mistake; nothing was reported. */
        CANCELLED
    }

    /** How many rows are still to be reported. */
    public int remaining() {
        return state == State.OPEN ? issuedCount - reportedCount : 0;
    }

    public boolean isAdmitted() {
        return admittedBy != null;
    }

    /** Reported on that day it would be later than D1 (T6). */
    public boolean isLateOn(LocalDate day) {
        return day.isAfter(reportDueOn);
    }

    /** On that day it is past D8 and nobody has admitted it (T6). */
    public boolean isClosedOn(LocalDate day) {
        return day.isAfter(closesOn) && !isAdmitted();
    }

    public boolean isIn(Scope scope) {
        return scope.covers(institutionId, regionCode);
    }

    Subject subject() {
        return new Subject(Subject.Kind.ISSUANCE, number);
    }

    /** Whose deadlines D1 and D8 are. */
    public DeadlineSubject deadlineSubject() {
        return new DeadlineSubject(DeadlineSubject.Kind.ISSUANCE, id, institutionId, regionCode);
    }
}

package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A holder's complaint without what was written (X1): nothing in it is personal.
 *
 * @param number what people call it by, e.g. {@code TS261123-7KQ2MX4T}: nobody guesses another's
 * @param institutionId about which; null while nobody knows
 * @param regionCode of the centre that owes the answer: the city of the institution, else the province
 * @param assignedTo username of who deals with it; null while nobody does
 * @param asked whether the institution was asked for a statement: only then it sees the case
 * @param answeredAt when the holder was answered last; null if never
 * @param closedAt when it was closed last; null if never
 * @param reopenedAt null unless the holder has reopened it, which goes once
 * @param dueOn last day of the earliest running deadline (D11); null once it is closed
 * @param version counts the acts: acting on an older one is refused
 */
public record Complaint(
        long id,
        String number,
        ComplaintCategory category,
        ComplaintState state,
        Long institutionId,
        String regionCode,
        String assignedTo,
        boolean asked,
        Instant filedAt,
        Instant answeredAt,
        Instant closedAt,
        Instant reopenedAt,
        LocalDate dueOn,
        int version) {

    /** A city sees its own, the province all, an institution what it was asked about. */
    public boolean isIn(Scope scope) {
        return switch (scope.kind()) {
            case INSTITUTION -> asked && scope.institutionId().equals(institutionId);
            case CITY -> scope.regionCode().equals(regionCode);
            case PROVINCE -> true;
        };
    }

    public boolean isOpen() {
        return state != ComplaintState.CLOSED;
    }

    /** Whether the holder may reopen it at that time (X1). */
    public boolean isReopenable(Instant now) {
        return state == ComplaintState.CLOSED && reopenedAt == null && !LegalTime.dayOf(now).isAfter(reopenableUntil());
    }

    /**
     * The last day on which the holder may reopen it.
     *
     * @throws NullPointerException if it was never closed
     */
    public LocalDate reopenableUntil() {
        return LegalTime.dayOf(closedAt).plusDays(ComplaintMoves.REOPENABLE_DAYS);
    }

    /** Its deadlines are the centre's own. */
    DeadlineSubject subject() {
        return new DeadlineSubject(DeadlineSubject.Kind.COMPLAINT, id, 0, regionCode);
    }

    /** The statement is the institution's to give. */
    DeadlineSubject subjectOfInstitution() {
        return new DeadlineSubject(DeadlineSubject.Kind.COMPLAINT, id, institutionId, regionCode);
    }

    /** What trail and outbox say of it. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("complaint", number);
        facts.put("category", category.name());
        facts.put("state", state.name());
        return facts;
    }
}

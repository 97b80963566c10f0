package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of a batch that were returned together (R2).
 *
 * @param number what people call it by, e.g. {@code TH261123-7KQ2MX4T}
 * @param remark to all rows; may be empty
 * @param notifiedAt when the institution received the notice of return (T4); null while that is not known
 * @param evidence how that is known, or null
 * @param evidenceNote of staff, or null
 * @param evidenceBy username of who acknowledged or recorded the receipt, {@code contact:12} for a contact, or null
 * @param dueOn last day of the running deadline: D10 until notified, then D5, D6 or D7; null once it is corrected
 * @param version counts the acts: acting on an older one is refused
 */
public record Return(
        long id,
        String number,
        long submissionId,
        long institutionId,
        String regionCode,
        ReturningDesk returnedBy,
        int rowCount,
        String remark,
        String recordedBy,
        Instant recordedAt,
        ReturnState state,
        Instant notifiedAt,
        Evidence evidence,
        String evidenceNote,
        String evidenceBy,
        LocalDate dueOn,
        Instant correctedAt,
        int version) {

    /** How it is known that the institution received the notice of return (T4). */
    public enum Evidence {
        /** It said so itself. */
        ACKNOWLEDGED,
        /** A channel confirmed that a notice of it arrived. */
        DELIVERED,
        /** Staff told it by telephone. */
        PHONE,
        /** Staff sent a letter, which arrived. */
        LETTER,
        /** Its correction shows it. */
        CORRECTED,
        /** A release that kept no evidence recorded it. */
        EARLIER
    }

    public boolean isIn(Scope scope) {
        return scope.covers(institutionId, regionCode);
    }

    public boolean isOpen() {
        return state != ReturnState.CORRECTED;
    }

    /** Of the institution. */
    public Tier tier() {
        return Region.PROVINCE_CODE.equals(regionCode) ? Tier.PROVINCIAL : Tier.MUNICIPAL;
    }

    /** Whose deadlines a return's are. */
    public DeadlineSubject subject() {
        return new DeadlineSubject(DeadlineSubject.Kind.RETURN, id, institutionId, regionCode);
    }

    /** What trail and outbox say of it; nothing personal. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("return", number);
        facts.put("returnedBy", returnedBy.name());
        facts.put("rows", String.valueOf(rowCount));
        return facts;
    }
}

package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.institution.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A batch of certificate data.
 *
 * @param number what people call it by, e.g. {@code PC261123-7KQ2MX4T}
 * @param regionCode of the institution: its city, or the province
 * @param stageSince when it came to its stage
 * @param deskReceivedAt when the desk that has it received it: starts D2, D3, D4
 * @param dueOn by when its desk owes the next step; null if nothing is due
 * @param rowCount rows that it came with
 * @param carriedRows rows that it still carries: neither returned nor moved on to a correction
 * @param lateRows rows that came later than D1 (T6)
 * @param issuanceId the issuance that it answers (T3); null for corrections and what came before issuances were kept
 * @param answersReturnId the return that it corrects (R2); null for reports
 * @param handler username of who works on it at its desk; null if nobody has taken it up there
 * @param reviewedBy username of who passed it at its desk (W2), or null
 * @param approvedBy username of who approved it at its desk (W2), or null
 * @param lastAct what was done last, null if nothing was
 * @param version counts the acts: a form opened on an older one is refused
 * @param reviewers usernames, with commas between, of all who have passed it or returned rows of it at its desk (W2); null
 *     if nobody has
 */
public record Submission(
        long id,
        String number,
        Kind kind,
        long institutionId,
        Tier tier,
        String regionCode,
        Stage stage,
        Instant stageSince,
        Instant deskReceivedAt,
        LocalDate dueOn,
        int rowCount,
        int carriedRows,
        int lateRows,
        Long issuanceId,
        Long answersReturnId,
        String handler,
        String reviewedBy,
        String approvedBy,
        Act lastAct,
        String lastActBy,
        Instant lastActAt,
        String submittedBy,
        Instant createdAt,
        int version,
        String reviewers) {

    public enum Kind {
        /** Data of an issuance, for the first time. */
        REPORT,
        /** The rows of a return, corrected (R2). */
        CORRECTION
    }

    public Desk desk() {
        return stage.desk(tier);
    }

    /** Who did the last act, or recorded it where nothing was done since. */
    public String changedBy() {
        return lastActBy == null ? submittedBy : lastActBy;
    }

    public Instant changedAt() {
        return lastActAt == null ? createdAt : lastActAt;
    }

    /** Whether the person has passed it or returned rows of it at the desk that has it, however often it was sent back. */
    public boolean wasReviewedBy(String username) {
        return username.equals(reviewedBy)
                || reviewers != null && List.of(reviewers.split(",")).contains(username);
    }

    public boolean isIn(Scope scope) {
        return scope.covers(institutionId, regionCode);
    }
}

package io.zhengxun.registry.submission;

import io.zhengxun.registry.institution.Institution;
import java.time.Instant;

/**
 * A batch to be recorded.
 *
 * @param stage at which it begins
 * @param since when it came to that stage and its desk
 * @param source what it answers, and the file it came in
 * @param by username of who handed it in
 */
public record NewSubmission(Institution institution, Stage stage, Instant since, Source source, int rowCount, String by) {

    /**
     * @param issuanceId the issuance that it answers (T3), or null
     * @param answersReturnId the return that it corrects (R2), or null
     * @param fileDigest SHA-256 of the file it came in (32 bytes): the same file twice is recognised (C6)
     */
    public record Source(Long issuanceId, Long answersReturnId, byte[] fileDigest) {}

    /** A report that answers an issuance, not submitted yet (R1). */
    public static NewSubmission draft(Institution institution, Source source, String by, Instant now) {
        return new NewSubmission(institution, Stage.DRAFT, now, source, 1, by);
    }

    /** A correction enters where the institution reports to (R2). */
    public static NewSubmission correction(Institution institution, Source source, String by, Instant now) {
        return new NewSubmission(institution, Stage.RECEIVED, now, source, 1, by);
    }

    Submission.Kind kind() {
        return source.answersReturnId() == null ? Submission.Kind.REPORT : Submission.Kind.CORRECTION;
    }

    Desk desk() {
        return stage.desk(institution.tier());
    }
}

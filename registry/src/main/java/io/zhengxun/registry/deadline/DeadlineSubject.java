package io.zhengxun.registry.deadline;

/**
 * What a deadline is about.
 *
 * @param institutionId whose case it is
 * @param regionCode the institution's: its city's, or the province's of a provincial one
 */
public record DeadlineSubject(Kind kind, long id, long institutionId, String regionCode) {

    public enum Kind {
        ISSUANCE,
        SUBMISSION,
        RETURN
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}

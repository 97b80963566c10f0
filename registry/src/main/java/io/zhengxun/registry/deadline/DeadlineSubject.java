package io.zhengxun.registry.deadline;

/**
 * What a deadline is about.
 *
 * @param institutionId whose case it is; 0 for a case of a centre's own, e.g. a complaint of which only the centre owes something
 * @param regionCode the institution's: its city's, or the province's of a provincial one; or the centre's own
 */
public record DeadlineSubject(Kind kind, long id, long institutionId, String regionCode) {

    public enum Kind {
        ISSUANCE,
        SUBMISSION,
        RETURN,
        COMPLAINT
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}

package io.zhengxun.registry.deadline.alert;

import io.zhengxun.registry.deadline.DeadlineSubject;

/**
 * Whose contacts are told: an institution's, or a centre's.
 *
 * @param institutionId null for a centre
 * @param regionCode of a centre; null for an institution
 */
public record Owner(Long institutionId, String regionCode) {

    public static Owner institution(long id) {
        return new Owner(id, null);
    }

    public static Owner centre(String regionCode) {
        return new Owner(null, regionCode);
    }

    /** Whose case it is, whoever owes what is due: an institution's, or a centre's own. */
    public static Owner of(DeadlineSubject subject) {
        return subject.institutionId() == 0 ? centre(subject.regionCode()) : institution(subject.institutionId());
    }

    public boolean isCentre() {
        return regionCode != null;
    }

    /** Short and stable: {@code I12}, {@code R440100}. */
    public String key() {
        return isCentre() ? "R" + regionCode : "I" + institutionId;
    }

    /** From its {@link #key()}. */
    public static Owner of(String key) {
        return key.startsWith("R") ? centre(key.substring(1)) : institution(Long.parseLong(key.substring(1)));
    }
}

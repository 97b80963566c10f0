package io.zhengxun.registry.account;

import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Region;

/**
 * For whom a person acts and whose data that person sees: an institution itself only, a city its municipal
 * institutions, the province everything (rulebook, section 1).
 *
 * @param institutionId of an institution's scope, else null
 * @param regionCode of a city's scope, else null
 */
public record Scope(Kind kind, Long institutionId, String regionCode) {

    public enum Kind {
        INSTITUTION,
        CITY,
        PROVINCE
    }

    public Scope {
        if ((kind == Kind.INSTITUTION) != (institutionId != null) || (kind == Kind.CITY) != (regionCode != null)) {
            throw new IllegalArgumentException("A scope is an institution, a city or the province.");
        }
        if (Region.PROVINCE_CODE.equals(regionCode)) {
            throw new IllegalArgumentException("The province is no city.");
        }
    }

    public static Scope ofInstitution(long institutionId) {
        return new Scope(Kind.INSTITUTION, institutionId, null);
    }

    public static Scope ofCity(String regionCode) {
        return new Scope(Kind.CITY, null, regionCode);
    }

    public static Scope ofProvince() {
        return new Scope(Kind.PROVINCE, null, null);
    }

    public boolean covers(Institution institution) {
        return covers(institution.id(), institution.regionCode());
    }

    /** @param regionCode the institution's: its city, or the province's code of a provincial one, which no city covers */
    public boolean covers(long ofInstitution, String regionCode) {
        return switch (kind) {
            case INSTITUTION -> institutionId == ofInstitution;
            case CITY -> this.regionCode.equals(regionCode);
            case PROVINCE -> true;
        };
    }
}

package io.zhengxun.admin.account;

import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;

/**
 * Which institutions an account may see: an institution itself only, a city its municipal ones, the province all (W1).
 *
 * @param code the institution's number prefix, or the city's region code; empty for the province
 */
public record Scope(Kind kind, String code) {

    public enum Kind {
        INSTITUTION,
        CITY,
        PROVINCE
    }

    public boolean covers(Institution institution) {
        return switch (kind) {
            case INSTITUTION -> institution.numberPrefix().equals(code);
            case CITY -> institution.tier() == Tier.MUNICIPAL && institution.regionCode().equals(code);
            case PROVINCE -> true;
        };
    }
}

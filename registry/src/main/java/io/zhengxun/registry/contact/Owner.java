package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Region;

/**
 * Whose a contact is: an institution's, or a centre's.
 *
 * @param institutionId null for a centre's
 * @param regionCode the institution's region, or the centre's own
 */
record Owner(Long institutionId, String regionCode) {

    boolean isCentre() {
        return institutionId == null;
    }

    boolean isIn(Scope scope) {
        return isCentre()
                ? scope.kind() == Scope.Kind.PROVINCE
                        || scope.kind() == Scope.Kind.CITY && scope.regionCode().equals(regionCode)
                : scope.covers(institutionId, regionCode);
    }

    /** Institutions look after their own contacts; centres after theirs, and after those of institutions in their scope. */
    boolean isKeptBy(Staff staff) {
        return switch (staff.role()) {
            case INSTITUTION_DATA_MANAGER, CITY_DATA_MANAGER, CITY_LEAD -> isIn(staff.scope());
            case PROVINCE_REVIEWER, PROVINCE_LEAD -> !isCentre() || Region.PROVINCE_CODE.equals(regionCode);
            case ADMINISTRATOR -> true;
            case AUDITOR -> false;
        };
    }

    /** Whether an account's person works here, so that the person can be this contact. */
    boolean isWorkplaceOf(Scope scope) {
        return switch (scope.kind()) {
            case INSTITUTION -> !isCentre() && scope.institutionId().equals(institutionId);
            case CITY -> isCentre() && scope.regionCode().equals(regionCode);
            case PROVINCE -> isCentre() && Region.PROVINCE_CODE.equals(regionCode);
        };
    }
}

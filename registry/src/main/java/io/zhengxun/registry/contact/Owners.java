package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whose a new contact shall be. */
@Component
class Owners {

    private final Institutions institutions;
    private final Regions regions;

    Owners(Institutions institutions, Regions regions) {
        this.institutions = institutions;
        this.regions = regions;
    }

    /** @throws FieldsRefused if there is none, or none in the person's scope: nobody can learn which */
    Owner of(NewContact contact, Staff by) {
        if (contact.numberPrefix() != null && contact.centre() != null) {
            throw flawed("centre", "contact.one-owner");
        }
        if (contact.numberPrefix() != null) {
            return institutions.findByNumberPrefix(contact.numberPrefix())
                    .filter(by.scope()::covers)
                    .map(institution -> new Owner(institution.id(), institution.regionCode()))
                    .orElseThrow(() -> flawed("institution", "contact.institution"));
        }
        if (contact.centre() != null) {
            return regions.find(contact.centre())
                    .map(region -> new Owner(null, region.code()))
                    .filter(owner -> owner.isIn(by.scope()))
                    .orElseThrow(() -> flawed("centre", "contact.centre"));
        }
        return own(by.scope()).orElseThrow();
    }

    private Optional<Owner> own(Scope scope) {
        return switch (scope.kind()) {
            case INSTITUTION -> institutions.find(scope.institutionId())
                    .map(institution -> new Owner(institution.id(), institution.regionCode()));
            case CITY -> Optional.of(new Owner(null, scope.regionCode()));
            case PROVINCE -> Optional.of(new Owner(null, Region.PROVINCE_CODE));
        };
    }

    private static FieldsRefused flawed(String field, String code) {
        return new FieldsRefused(List.of(FieldFlaw.of(field, code)));
    }
}

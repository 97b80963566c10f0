package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What institutions and centres are called, and where they are. */
@Component
class OwnerNames {

    private final Institutions institutions;
    private final Regions regions;

    OwnerNames(Institutions institutions, Regions regions) {
        this.institutions = institutions;
        this.regions = regions;
    }

    /** @param regionCode of the institution, or of the centre */
    record Named(String name, String regionCode) {}

    Map<Owner, Named> of(Collection<Owner> owners) {
        Map<Long, Institution> found = institutions.find(owners.stream()
                .filter(owner -> !owner.isCentre())
                .map(Owner::institutionId)
                .collect(Collectors.toSet()));
        Map<Owner, Named> names = new HashMap<>();
        for (Owner owner : owners) {
            names.put(owner, owner.isCentre() ? centre(owner.regionCode()) : named(found.get(owner.institutionId())));
        }
        return names;
    }

    private Named centre(String regionCode) {
        return new Named(regions.find(regionCode).map(Region::centreName).orElseThrow(), regionCode);
    }

    private static Named named(Institution institution) {
        return new Named(institution.name(), institution.regionCode());
    }
}

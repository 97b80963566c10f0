package io.zhengxun.registry.issuance;

import io.zhengxun.registry.institution.Institution;
import java.time.Instant;

/** A new row; the database gives it its id. */
class IssuanceInsert {

    long id;
    final String number;
    final Institution institution;
    final NewIssuance issuance;
    final String registeredBy;
    final Instant registeredAt;

    IssuanceInsert(
            String number, Institution institution, NewIssuance issuance, String registeredBy, Instant registeredAt) {
        this.number = number;
        this.institution = institution;
        this.issuance = issuance;
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }
}

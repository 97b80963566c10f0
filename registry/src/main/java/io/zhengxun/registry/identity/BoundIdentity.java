package io.zhengxun.registry.identity;

import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.Inquiry;
import java.time.Instant;
import java.util.Optional;

/**
 * The identity that a person in WeChat has bound (Q7).
 *
 * @param consentVersion of the wording to which the person agreed
 * @param consentedAt when
 */
public record BoundIdentity(long id, Holder holder, String consentVersion, Instant consentedAt) {

    /** Asks for this person's certificates by name and ID number (Q1). */
    public Inquiry inquiry() {
        return new Inquiry(Optional.empty(), Optional.of(holder.name()), Optional.of(holder.idNumber()));
    }

    @Override
    public String toString() {
        return "BoundIdentity[" + id + "]";
    }
}

package io.zhengxun.bot.own;

import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.AwaitedCertificates;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.identity.BoundIdentity;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.registry.subscription.Consents;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that is kept about somebody in WeChat, over all rooms (Q7, PIPL 45), and its end (PIPL 47). */
@Component
public class KeptData {

    private final Identities identities;
    private final HolderSubscriptions subscriptions;
    private final AwaitedCertificates certificates;
    private final Contacts contacts;
    private final Complaints complaints;
    private final Consultations consultations;
    private final Consents consents;

    KeptData(
            Identities identities,
            HolderSubscriptions subscriptions,
            AwaitedCertificates certificates,
            Contacts contacts,
            Complaints complaints,
            Consultations consultations,
            Consents consents) {
        this.identities = identities;
        this.subscriptions = subscriptions;
        this.certificates = certificates;
        this.contacts = contacts;
        this.complaints = complaints;
        this.consultations = consultations;
        this.consents = consents;
    }

    /**
     * What is kept.
     *
     * @param identity bound by consent
     * @param awaited certificates of whose outcome the person is told
     * @param contactOf institutions and centres on whose behalf the person is told
     * @param complaints that the person filed, the latest ten
     * @param consultation for whose answer the person waits
     */
    public record Kept(
            Optional<BoundIdentity> identity,
            List<AwaitedCertificate> awaited,
            List<Contact> contactOf,
            List<Complaint> complaints,
            Optional<Consultation> consultation) {

        public boolean isNothing() {
            return identity.isEmpty()
                    && awaited.isEmpty()
                    && contactOf.isEmpty()
                    && complaints.isEmpty()
                    && consultation.isEmpty();
        }
    }

    /** At the cost of six queries by an index. */
    public Kept of(OpenId person) {
        String openId = person.value();
        List<Long> awaited = subscriptions.openCertificates(openId);
        return new Kept(
                identities.of(openId),
                awaited.isEmpty() ? List.of() : List.copyOf(certificates.find(awaited).values()),
                contacts.boundTo(openId),
                complaints.ofPerson(openId),
                consultations.openOf(openId));
    }

    /**
     * Deletes what is kept for the person. The cases of complaints stay without the person, and the binding of a contact, which
     * is the institution's; what is done twice changes nothing.
     */
    void delete(OpenId person) {
        String openId = person.value();
        identities.withdraw(openId);
        subscriptions.forget(openId);
        consents.forget(openId);
        consultations.forget(openId);
        complaints.forget(openId);
    }
}

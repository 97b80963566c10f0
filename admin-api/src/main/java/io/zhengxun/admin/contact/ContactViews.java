package io.zhengxun.admin.contact;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.EmailMask;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.privacy.PhoneMask;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts contacts into the API's words, a page at the cost of two more queries. */
@Component
class ContactViews {

    private final Institutions institutions;
    private final Regions regions;
    private final Invitations invitations;
    private final MessageSource messages;

    ContactViews(Institutions institutions, Regions regions, Invitations invitations, MessageSource messages) {
        this.institutions = institutions;
        this.regions = regions;
        this.invitations = invitations;
        this.messages = messages;
    }

    /** Addresses masked. */
    List<ContactView> lines(List<Contact> contacts) {
        return views(contacts, false);
    }

    /** @param clear whether the viewer may write and call */
    ContactView one(Contact contact, boolean clear) {
        return views(List.of(contact), clear).get(0);
    }

    private List<ContactView> views(List<Contact> contacts, boolean clear) {
        Map<Long, Institution> theirs = institutions.find(
                contacts.stream().map(Contact::institutionId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Long, Invitations.Open> open = invitations.openOf(contacts.stream().map(Contact::id).toList());
        return contacts.stream()
                .map(contact -> view(
                        contact,
                        contact.isCentres() ? null : theirs.get(contact.institutionId()),
                        open.get(contact.id()),
                        clear))
                .toList();
    }

    private ContactView view(Contact contact, Institution institution, Invitations.Open open, boolean clear) {
        String email = contact.addresses().email();
        String mobile = contact.addresses().mobile();
        ContactView.Words words = new ContactView.Words(
                institution == null ? null : institution.name(),
                institution == null ? null : institution.numberPrefix(),
                institution == null
                        ? regions.find(contact.regionCode()).map(Region::centreName).orElseThrow()
                        : null,
                contact.duties().stream().sorted().map(duty -> text("contact.duty." + duty)).collect(Collectors.joining("、")),
                text("contact.state." + contact.state()),
                warning(contact),
                open == null ? null : new ContactView.Invited(open.invitedBy(), moment(open.expiresAt())));
        return ContactView.of(
                contact,
                email == null ? null : clear ? email : EmailMask.of(email),
                mobile == null ? null : clear ? mobile : PhoneMask.of(mobile),
                words);
    }

    /** Null for one who needs no care. */
    private String warning(Contact contact) {
        if (contact.isLasting() && contact.reachableBy().isEmpty()) {
            return text("contact.warning.unreachable");
        }
        return contact.unfollowedAt() == null ? null : text("contact.warning.unfollowed");
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    /** Null stays null. */
    static String moment(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE));
    }
}

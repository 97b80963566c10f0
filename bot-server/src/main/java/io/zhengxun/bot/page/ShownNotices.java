package io.zhengxun.bot.page;

import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.desk.NoticeList;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import io.zhengxun.wechat.OpenId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The notices as their recipients look at them. One that is unknown, somebody else's or too old is not there. */
@Component
class ShownNotices {

    private final NoticeList notices;
    private final Contacts contacts;
    private final HolderSubscriptions holders;
    private final Consultations consultations;
    private final Complaints complaints;
    private final PageSettings settings;
    private final Clock clock;

    ShownNotices(
            NoticeList notices,
            Contacts contacts,
            HolderSubscriptions holders,
            Consultations consultations,
            Complaints complaints,
            PageSettings settings,
            Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.holders = holders;
        this.consultations = consultations;
        this.complaints = complaints;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<ShownNotice> find(long id, OpenId viewer) {
        return notices.find(id)
                .filter(notice -> clock.instant().isBefore(notice.createdAt().plus(settings.shownFor())))
                .flatMap(notice -> shown(notice, viewer));
    }

    private Optional<ShownNotice> shown(Notice notice, OpenId viewer) {
        long recipient = notice.recipient().id();
        return switch (notice.recipient().kind()) {
            case CONTACT -> contact(recipient, viewer)
                    .map(contact -> new ShownNotice(notice, viewer, Optional.of(contact)));
            case HOLDER -> Optional.ofNullable(holders.find(List.of(recipient)).get(recipient))
                    .map(HolderSubscription::openId)
                    .filter(viewer.value()::equals)
                    .map(same -> new ShownNotice(notice, viewer, Optional.empty()));
            case ASKER -> Optional.ofNullable(consultations.find(List.of(recipient)).get(recipient))
                    .map(Consultation::openId)
                    .filter(viewer.value()::equals)
                    .map(same -> new ShownNotice(notice, viewer, Optional.empty()));
            case FILER -> Optional.ofNullable(complaints.openIds(List.of(recipient)).get(recipient))
                    .filter(viewer.value()::equals)
                    .map(same -> new ShownNotice(notice, viewer, Optional.empty()));
            case NOBODY -> Optional.empty();
        };
    }

    /** The contact itself, or who lasts in its place. */
    private Optional<Contact> contact(long id, OpenId viewer) {
        List<Contact> own = contacts.boundTo(viewer.value());
        return own.stream()
                .filter(contact -> contact.id() == id)
                .findFirst()
                .or(() -> own.isEmpty()
                        ? Optional.empty()
                        : contacts.successor(id).filter(next -> own.stream().anyMatch(one -> one.id() == next.id())));
    }
}

package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.NoticeKeys;
import io.zhengxun.registry.refusal.Absent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff send a test alert to one contact, whose life they can then watch: does anything reach the person? */
@Component
public class TestingContact {

    /** To one person in one hour of the clock (ours). */
    public static final int MOST_AN_HOUR = 3;

    private static final long SECONDS_OF_HOUR = 3600;

    private final Contacts contacts;
    private final Notices notices;
    private final NoticeKeys keys;
    private final Regions regions;
    private final AuditTrail trail;
    private final Clock clock;

    TestingContact(
            Contacts contacts, Notices notices, NoticeKeys keys, Regions regions, AuditTrail trail, Clock clock) {
        this.contacts = contacts;
        this.notices = notices;
        this.keys = keys;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Queues the test alert, urgent; returns the notice's id. The place within the hour is part of its key: two at once become
     * one.
     *
     * @throws Absent if there is no such contact in the person's scope
     * @throws ContactEnded if the person is told nothing any more
     * @throws TestedEnough if the person got as many within this hour as may be
     */
    @Transactional
    public long test(long contactId, Staff by) {
        Contact contact = contacts.visible(contactId, by.scope());
        if (!contact.isLasting()) {
            throw new ContactEnded();
        }
        Instant now = clock.instant();
        String hour = "test:C" + contactId + ":" + now.getEpochSecond() / SECONDS_OF_HOUR + ":";
        int place = keys.count(hour);
        if (place >= MOST_AN_HOUR) {
            throw new TestedEnough(MOST_AN_HOUR);
        }
        notices.queue(List.of(alert(contact, hour + place, now, by)));
        long id = keys.find(hour + place).orElseThrow();
        trail.append(Deed.of(
                by.actor(), "TEST_ALERT_SENT", Deed.Subject.Kind.NOTICE, String.valueOf(id),
                Map.of("contact", String.valueOf(contactId))));
        return id;
    }

    private NewNotice alert(Contact contact, String key, Instant now, Staff by) {
        return new NewNotice(
                NoticeKind.TEST,
                key,
                Recipient.contact(contact.id()),
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.CONTACT, String.valueOf(contact.id())),
                        contact.institutionId(),
                        contact.regionCode()),
                contact.reachableBy(),
                contact.unreachableBy(),
                Map.of("day", LegalTime.dayOf(now).toString(), "by", centre(by)),
                true,
                now);
    }

    /** People are told which office tests, not who there. */
    private String centre(Staff by) {
        return (by.scope().regionCode() == null
                        ? regions.province()
                        : regions.find(by.scope().regionCode()).orElseThrow())
                .centreName();
    }
}

package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.account.WorkEnded;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.refusal.Absent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends contacts: by staff, by the person, with the person's account, by hand-over. A contact's addresses are deleted with
 * its end (Q6); its line stays (W4).
 */
@Component
public class EndingContact {

    private static final String SELF = "self";

    private final ContactTable table;
    private final InvitationMapper invitations;
    private final ContactDeeds deeds;
    private final Clock clock;

    EndingContact(ContactTable table, InvitationMapper invitations, ContactDeeds deeds, Clock clock) {
        this.table = table;
        this.invitations = invitations;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * By staff.
     *
     * @throws Absent if there is no such contact in the person's scope
     * @throws ContactEnded if it ended already
     * @throws ContactChanged if it is not as the person saw it
     */
    @Transactional
    public Contact end(SeenContact seen, Staff by) {
        Contact before = table.kept(seen, by);
        return end(before, by.username(), by.actor(), Cause.STAFF);
    }

    /**
     * By the person in the chat.
     *
     * @param only the one contact that is meant; null for all that the person is
     * @return what ended; empty if the person is no such contact
     */
    @Transactional
    public List<Contact> unbind(String openId, Long only) {
        return table.lockedOf(openId).stream()
                .filter(contact -> only == null || contact.id() == only)
                .map(contact -> end(contact, SELF, ContactDeeds.self(contact), Cause.SELF))
                .toList();
    }

    /** The person left the account: what was scanned and never confirmed goes. What is bound stays, since it is work. */
    @Transactional
    public void forgetScans(String openId) {
        invitations.forgetScans(table.hashes(openId));
    }

    /** The person took back from WeChat what we may know of them, or is no user any more: all that is bound ends. */
    @Transactional
    public void withdraw(String openId) {
        invitations.forgetScans(table.hashes(openId));
        table.lockedOf(openId).forEach(contact -> end(contact, SELF, ContactDeeds.self(contact), Cause.WITHDRAWN));
    }

    /** Who can no longer work is no longer told what waits. */
    @EventListener
    void endWith(WorkEnded ended) {
        table.lockedOfAccount(ended.account().username())
                .forEach(contact -> end(contact, ended.by().username(), ended.by().actor(), Cause.ACCOUNT));
    }

    /** Within the transaction that binds the successor. */
    void handOver(Contact before, Contact successor) {
        end(before, "system", ContactDeeds.self(successor), Cause.HANDED_OVER);
    }

    /** Why a contact ended, as the trail keeps it. */
    private enum Cause {
        STAFF,
        SELF,
        WITHDRAWN,
        ACCOUNT,
        HANDED_OVER
    }

    private Contact end(Contact before, String by, Actor actor, Cause cause) {
        invitations.revoke(before.id(), clock.instant());
        Contact after = table.end(before, by);
        deeds.tell("CONTACT_ENDED", after, actor, Map.of("state", before.state().name()),
                Map.of("state", after.state().name(), "cause", cause.name()));
        return after;
    }
}

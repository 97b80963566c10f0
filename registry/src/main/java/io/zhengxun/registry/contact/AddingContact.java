package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds contacts of institutions and centres, and those who are to take over from one (T4, T5). */
@Component
public class AddingContact {

    private final ContactTable table;
    private final ContactCheck check;
    private final Owners owners;
    private final ContactDeeds deeds;

    AddingContact(ContactTable table, ContactCheck check, Owners owners, ContactDeeds deeds) {
        this.table = table;
        this.check = check;
        this.owners = owners;
        this.deeds = deeds;
    }

    /**
     * Adds a contact, who is not bound to WeChat yet.
     *
     * @throws FieldsRefused with every field that is wrong
     * @throws RoleNotAllowed if the person may not look after those contacts
     * @throws AccountIsContact if the account's person is a contact already
     */
    @Transactional
    public Contact add(NewContact contact, Staff by) {
        Owner owner = owners.of(contact, by);
        if (!owner.isKeptBy(by)) {
            throw new RoleNotAllowed("W3");
        }
        Contact added = table.insert(owner, check.checked(contact.form(), owner), null, by.username());
        deeds.tell("CONTACT_ADDED", added, by.actor(), Map.of(), ContactDeeds.facts(added));
        return added;
    }

    /**
     * Adds who is to take over from a contact: once bound, that one ends in the same moment; until then that one goes on
     * and the successor is told nothing.
     *
     * @throws Absent if there is no such contact in the person's scope
     * @throws ContactEnded if it ended already
     * @throws ContactChanged if it is not as the person saw it
     * @throws SuccessorThere if somebody is to take over from it already
     */
    @Transactional
    public Contact addSuccessor(SeenContact seen, ContactForm form, Staff by) {
        Contact before = table.kept(seen, by);
        if (table.hasSuccessor(before.id())) {
            throw new SuccessorThere();
        }
        Contact added = table.insert(before.owner(), check.checked(form, before.owner()), before.id(), by.username());
        deeds.tell("CONTACT_SUCCESSOR_ADDED", added, by.actor(), Map.of(), ContactDeeds.facts(added));
        return added;
    }
}

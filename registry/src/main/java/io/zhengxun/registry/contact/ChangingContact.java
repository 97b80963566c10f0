package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldsRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is known of a contact; whose it is and who it takes over from stay. */
@Component
public class ChangingContact {

    private final ContactTable table;
    private final ContactCheck check;
    private final ContactDeeds deeds;

    ChangingContact(ContactTable table, ContactCheck check, ContactDeeds deeds) {
        this.table = table;
        this.check = check;
        this.deeds = deeds;
    }

    /**
     * Puts the form in the place of what was known; another person needs a
     * {@link AddingContact#addSuccessor successor}.
     *
     * @throws Absent if there is no such contact in the person's scope
     * @throws ContactEnded if it ended already
     * @throws ContactChanged if it is not as the person saw it
     * @throws FieldsRefused with every field that is wrong
     */
    @Transactional
    public Contact change(SeenContact seen, ContactForm form, Staff by) {
        Contact before = table.kept(seen, by);
        Contact after = table.change(before, check.checked(form, before.owner()));
        deeds.tell("CONTACT_CHANGED", after, by.actor(), ContactDeeds.facts(before), ContactDeeds.facts(after));
        return after;
    }
}

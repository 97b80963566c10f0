package io.zhengxun.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.contact.AddingContact;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.InventedContacts;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.SeenContact;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Killed between any two statements of a hand-over, the one contact is bound or the other, never both or none. */
@KilledTest
@Import(InventedContacts.class)
class KilledContactsTest {

    @Autowired
    EveryStep everyStep;

    @Autowired
    InventedContacts invented;

    @Autowired
    AddingContact adding;

    @Autowired
    Invitations invitations;

    @Autowired
    Contacts contacts;

    @Test
    void a_hand_over_ends_the_one_and_binds_the_other_or_does_neither() {
        Contact before = invented.bound(invented.added(invented.institution()), "o" + UUID.randomUUID());
        Contact successor = adding.addSuccessor(
                new SeenContact(before.id(), before.version()), InventedContacts.form(), InventedContacts.admin());
        String person = "o" + UUID.randomUUID();
        invitations.scan(invented.invited(successor), person);

        assertThat(everyStep.kill(() -> invitations.confirm(person))).isGreaterThan(10);

        assertThat(contacts.find(before.id()).orElseThrow().state()).isEqualTo(Contact.State.ENDED);
        assertThat(contacts.boundTo(person)).extracting(Contact::id).containsExactly(successor.id());
    }
}

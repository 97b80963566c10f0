package io.zhengxun.standalone.demo;

import static io.zhengxun.registry.contact.Duty.DEADLINES;
import static io.zhengxun.registry.contact.Duty.RETURNS;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.AddingContact;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactFilter;
import io.zhengxun.registry.contact.ContactForm;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.InvitingContact;
import io.zhengxun.registry.contact.InvitingContact.Issued;
import io.zhengxun.registry.contact.NewContact;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.scene.SceneCodes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * People who are told of returns and deadlines: two are bound to phones of the simulator, one is reached by e-mail only and
 * can be bound by a QR code that lies ready to be scanned. A demo of an earlier release gets them too. The platform keeps
 * nothing over a restart: whom the registry knows as a follower is one again, and the invitation is issued anew.
 */
@Component
@Order(DemoData.ORDER + 2)
class DemoContacts implements ApplicationRunner {

    /** Whose phones these are says {@code zhengxun.simulator.users}: 陈姐 and 阿强. */
    private static final String OF_INSTITUTION = Phones.openId(3);
    private static final String OF_CITY = Phones.openId(2);

    private static final String CITY = "440100";
    private static final String INSTITUTION = new DemoInstitution(0).numberPrefix();

    private final Contacts contacts;
    private final AddingContact adding;
    private final InvitingContact inviting;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Phones phones;
    private final SceneCodes codes;
    private final Clock clock;

    DemoContacts(
            Contacts contacts,
            AddingContact adding,
            InvitingContact inviting,
            Invitations invitations,
            Accounts accounts,
            Phones phones,
            SceneCodes codes,
            Clock clock) {
        this.contacts = contacts;
        this.adding = adding;
        this.inviting = inviting;
        this.invitations = invitations;
        this.accounts = accounts;
        this.phones = phones;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Staff administrator = administrator();
        if (contacts.page(everybody(administrator, null)).isEmpty()) {
            add(administrator);
        }
        contacts.page(everybody(administrator, Contact.State.BOUND)).stream()
                .filter(Contact::isFollowing)
                .forEach(contact -> phones.follower(contact.addresses().openId(), contact.name()));
        contacts.page(everybody(administrator, Contact.State.INVITED)).stream()
                .filter(contact -> !contact.isCentres())
                .findFirst()
                .ifPresent(contact -> layReady(inviting.invite(contact.id(), administrator)));
    }

    private void add(Staff by) {
        bind(adding.add(ofInstitution("陈姐", Set.of(RETURNS, DEADLINES), "chenjie@jigou.example"), by), OF_INSTITUTION, by);
        adding.add(ofInstitution("刘工", Set.of(DEADLINES), "liugong@jigou.example"), by);
        bind(adding.add(ofCentre(CITY, "阿强", "demo-shi"), by), OF_CITY, by);
        adding.add(ofCentre(Region.PROVINCE_CODE, "周老师", "demo-sheng"), by);
    }

    /** As if the person had scanned and confirmed. */
    private void bind(Contact contact, String openId, Staff by) {
        invitations.scan(inviting.invite(contact.id(), by).scene(), openId);
        invitations.confirm(openId);
    }

    private void layReady(Issued invitation) {
        codes.create(invitation.scene(), Duration.between(clock.instant(), invitation.expiresAt()));
    }

    private static NewContact ofInstitution(String name, Set<Duty> duties, String email) {
        return new NewContact(INSTITUTION, null, new ContactForm(name, duties, List.of(), email, null, null));
    }

    private static NewContact ofCentre(String region, String name, String username) {
        String email = username + "@centre.example";
        return new NewContact(
                null, region, new ContactForm(name, Set.of(RETURNS, DEADLINES), List.of(), email, null, username));
    }

    private Staff administrator() {
        Account account = accounts.find("demo-guanli").orElseThrow();
        return new Staff(account.username(), account.name(), account.role(), account.scope(), "");
    }

    private static ContactFilter everybody(Staff staff, Contact.State state) {
        return new ContactFilter(staff.scope(), null, null, state, false, Long.MAX_VALUE, 100);
    }
}

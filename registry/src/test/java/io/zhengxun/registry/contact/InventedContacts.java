package io.zhengxun.registry.contact;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Institutions, staff and contacts for tests: nobody of them exists. */
public class InventedContacts {

    static final String CITY = "440300";

    private final Institutions institutions;
    private final OpeningAccount opening;
    private final AddingContact adding;
    private final InvitingContact inviting;
    private final Invitations invitations;

    InventedContacts(
            Institutions institutions,
            OpeningAccount opening,
            AddingContact adding,
            InvitingContact inviting,
            Invitations invitations) {
        this.institutions = institutions;
        this.opening = opening;
        this.adding = adding;
        this.inviting = inviting;
        this.invitations = invitations;
    }

    public Institution institution() {
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + UUID.randomUUID(), Tier.MUNICIPAL, CITY, "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        return institutions.find(id).orElseThrow();
    }

    static Staff manager(Institution of) {
        return staff(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(of.id()));
    }

    static Staff staff(Role role, Scope scope) {
        return new Staff("tester", "测试甲", role, scope, "127.0.0.1");
    }

    static String openId() {
        return "o" + UUID.randomUUID();
    }

    /** Opens an account; returns its username. */
    String account(Role role, Scope scope) {
        String username = "c-" + UUID.randomUUID().toString().substring(0, 13);
        opening.open(new NewAccount(username, "测试乙", role, scope), "Test-pass-2026!", false, Actor.system());
        return username;
    }

    public static ContactForm form() {
        return new ContactForm(
                "测试联系人", EnumSet.allOf(Duty.class), null, "someone@example.org", "13800000001", null);
    }

    static ContactForm of(String username) {
        return new ContactForm("测试联系人", EnumSet.of(Duty.RETURNS), null, null, null, username);
    }

    public Contact added(Institution of) {
        return adding.add(new NewContact(null, null, form()), manager(of));
    }

    /** The scene of a new invitation. */
    public String invited(Contact contact) {
        return inviting.invite(contact.id(), admin()).scene();
    }

    public Contact bound(Contact contact, String openId) {
        invitations.scan(invited(contact), openId);
        return invitations.confirm(openId).contact();
    }

    public static Staff admin() {
        return staff(Role.ADMINISTRATOR, Scope.ofProvince());
    }
}

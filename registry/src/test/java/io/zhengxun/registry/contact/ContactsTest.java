package io.zhengxun.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.account.KeepingAccounts;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is told on behalf of whom (T4, T5): kept by those who may, on record, nothing personal in clear (Q6). */
@ContactRoomTest
class ContactsTest {

    private static final Staff CITY =
            InventedContacts.staff(Role.CITY_DATA_MANAGER, Scope.ofCity(InventedContacts.CITY));
    private static final Staff ELSEWHERE = InventedContacts.staff(Role.CITY_LEAD, Scope.ofCity("440400"));

    @Autowired
    Contacts contacts;

    @Autowired
    AddingContact adding;

    @Autowired
    ChangingContact changing;

    @Autowired
    EndingContact ending;

    @Autowired
    InvitingContact inviting;

    @Autowired
    InventedContacts invented;

    @Autowired
    KeepingAccounts accounts;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private Institution institution;
    private Staff manager;

    @BeforeEach
    void file_an_institution() {
        institution = invented.institution();
        manager = InventedContacts.manager(institution);
    }

    private Contact add(ContactForm form) {
        return adding.add(new NewContact(null, null, form), manager);
    }

    private static SeenContact seen(Contact contact) {
        return new SeenContact(contact.id(), contact.version());
    }

    @Test
    void a_contact_is_tried_through_all_channels_unless_told_otherwise() {
        Contact added = add(InventedContacts.form());

        assertThat(added.channels())
                .containsExactly(Channel.TEMPLATE, Channel.SUBSCRIPTION, Channel.EMAIL, Channel.SMS);
        assertThat(added.reachableBy()).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(added.state()).isEqualTo(Contact.State.INVITED);
        assertThat(contacts.ofInstitutions(List.of(institution.id()), Duty.RETURNS).get(institution.id()))
                .containsExactly(added);
    }

    @Test
    void nobody_is_told_by_the_mini_program_which_knows_no_contacts() {
        ContactForm form = new ContactForm(
                "测试联系人", Set.of(Duty.RETURNS), List.of(Channel.MINI, Channel.EMAIL), "someone@example.org", null, null);

        assertThatThrownBy(() -> add(form)).isInstanceOfSatisfying(FieldsRefused.class, refused ->
                assertThat(refused.flaws()).extracting(FieldFlaw::field).containsExactly("channels"));
    }

    @ParameterizedTest
    @CsvSource({"SMS,,", "EMAIL,, 13800000001", "'EMAIL,SMS',,"})
    void who_could_be_reached_by_none_of_the_channels_is_refused(String channels, String email, String mobile) {
        ContactForm form = new ContactForm("测试联系人", Set.of(Duty.RETURNS), Channel.read(channels), email, mobile, null);

        assertThatThrownBy(() -> add(form)).isInstanceOfSatisfying(FieldsRefused.class, refused ->
                assertThat(refused.flaws()).containsExactly(FieldFlaw.of("channels", "contact.unreachable")));
    }

    @ParameterizedTest
    @CsvSource({"TEMPLATE,,", "'SMS,SUBSCRIPTION',,", "SMS,, 13800000001", "'SMS,EMAIL', one@example.org,"})
    void one_way_is_enough(String channels, String email, String mobile) {
        ContactForm form = new ContactForm("测试联系人", Set.of(Duty.RETURNS), Channel.read(channels), email, mobile, null);

        assertThat(add(form).channels()).isEqualTo(Channel.read(channels));
    }

    @Test
    void addresses_are_sealed_at_rest_and_masked_on_the_trail() {
        Contact added = add(InventedContacts.form());
        invented.bound(added, "oSecretOpenId" + added.id());

        List<AuditEntry> entries = trail.of(new Subject(Subject.Kind.CONTACT, String.valueOf(added.id())));
        assertThat(entries).extracting(AuditEntry::act)
                .containsExactly("CONTACT_ADDED", "INVITATION_ISSUED", "CONTACT_BOUND");
        assertThat(entries.toString() + jdbc.queryForList("SELECT * FROM contact WHERE id = ?", added.id())
                        + jdbc.queryForList("SELECT before_values, after_values FROM audit_entry"))
                .contains("138****0001", "s***@example.org")
                .doesNotContain("13800000001")
                .doesNotContain("someone@example.org")
                .doesNotContain("oSecretOpenId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", ".a@example.org", "@example.org"})
    void an_address_that_mail_cannot_use_is_refused(String email) {
        ContactForm form = new ContactForm("测试", Set.of(Duty.RETURNS), null, email, null, null);
        assertThatThrownBy(() -> add(form)).isInstanceOf(FieldsRefused.class).hasMessage("fields");
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        ContactForm form = new ContactForm(
                "甲\u202e乙", Set.of(), List.of(Channel.SMS, Channel.SMS), "nobody", "12345", "nobody-has-this");
        assertThatThrownBy(() -> add(form)).isInstanceOfSatisfying(FieldsRefused.class, refused ->
                assertThat(refused.flaws()).extracting(FieldFlaw::field)
                        .containsExactlyInAnyOrder("name", "duties", "channels", "email", "mobile", "username"));
    }

    @Test
    void a_change_on_an_older_version_is_refused() {
        Contact added = add(InventedContacts.form());
        ContactForm other = new ContactForm(
                "测试丙", EnumSet.of(Duty.DEADLINES), List.of(Channel.SMS, Channel.TEMPLATE), null, "13900000002", null);
        Contact changed = changing.change(seen(added), other, manager);

        assertThat(changed.channels()).containsExactly(Channel.SMS, Channel.TEMPLATE);
        assertThat(changed.addresses().email()).isNull();
        assertThat(contacts.ofInstitutions(List.of(institution.id()), Duty.RETURNS)).isEmpty();
        assertThatThrownBy(() -> changing.change(seen(added), other, manager)).isInstanceOf(ContactChanged.class);
    }

    @Test
    void an_institutions_contacts_are_nobody_elses() {
        Contact added = add(InventedContacts.form());
        Staff other = InventedContacts.manager(invented.institution());

        assertThatThrownBy(() -> ending.end(seen(added), other)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> ending.end(seen(added), ELSEWHERE)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> contacts.visible(added.id(), other.scope())).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> adding.add(
                        new NewContact(institution.numberPrefix(), null, InventedContacts.form()), other))
                .isInstanceOf(FieldsRefused.class);
        assertThat(ending.end(seen(added), CITY).state()).isEqualTo(Contact.State.ENDED);
        assertThatThrownBy(() -> ending.end(seen(added), CITY)).isInstanceOf(ContactEnded.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_DATA_MANAGER, 440300, 440300, true",
        "CITY_LEAD,         440300, 440300, true",
        "PROVINCE_REVIEWER,       , 440300, false",
        "PROVINCE_REVIEWER,       , 440000, true",
        "PROVINCE_LEAD,           , 440000, true",
        "ADMINISTRATOR,           , 440300, true",
        "ADMINISTRATOR,           , 440000, true",
        "AUDITOR,                 , 440000, false"})
    void a_centres_contacts_are_kept_by_the_centre_itself(Role role, String city, String centre, boolean may) {
        Staff by = InventedContacts.staff(role, city == null ? Scope.ofProvince() : Scope.ofCity(city));
        boolean province = centre.equals("440000");
        String username = invented.account(
                province ? Role.PROVINCE_REVIEWER : Role.CITY_LEAD, province ? Scope.ofProvince() : Scope.ofCity(centre));
        NewContact contact = new NewContact(null, centre, InventedContacts.of(username));
        if (may) {
            Contact added = adding.add(contact, by);
            assertThat(contacts.ofCentres(List.of(centre), Duty.RETURNS).get(centre)).contains(added);
        } else {
            assertThatThrownBy(() -> adding.add(contact, by)).isInstanceOf(RoleNotAllowed.class);
        }
    }

    @Test
    void a_centres_contact_works_there() {
        String elsewhere = invented.account(Role.CITY_LEAD, Scope.ofCity("440400"));
        String auditor = invented.account(Role.AUDITOR, Scope.ofProvince());

        assertThatThrownBy(() -> adding.add(new NewContact(null, null, InventedContacts.form()), CITY))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> adding.add(new NewContact(null, null, InventedContacts.of(elsewhere)), CITY))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> adding.add(
                        new NewContact(null, "440000", InventedContacts.of(auditor)), InventedContacts.admin()))
                .isInstanceOf(FieldsRefused.class);
    }

    @Test
    void an_accounts_person_is_one_contact() {
        String username = invented.account(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()));
        Contact first = add(InventedContacts.of(username));

        assertThatThrownBy(() -> add(InventedContacts.of(username))).isInstanceOf(AccountIsContact.class);
        ending.end(seen(first), manager);
        assertThat(add(InventedContacts.of(username)).username()).isEqualTo(username);
    }

    @Test
    void a_contact_ends_with_its_account() {
        String username = invented.account(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution.id()));
        ContactForm form = new ContactForm(
                "测试联系人", Set.of(Duty.RETURNS), null, "someone@example.org", "13800000001", username);
        Contact contact = invented.bound(add(form), InventedContacts.openId());

        accounts.disable(username, InventedContacts.admin());

        assertThat(contacts.find(contact.id()).orElseThrow().state()).isEqualTo(Contact.State.ENDED);
        assertThat(jdbc.queryForMap("SELECT ended_by, open_id_sealed, open_id_hash, email_sealed, mobile_sealed FROM contact"
                        + " WHERE id = ?", contact.id()))
                .containsEntry("email_sealed", null)
                .containsEntry("mobile_sealed", null)
                .containsEntry("ended_by", "tester")
                .containsEntry("open_id_sealed", null)
                .containsEntry("open_id_hash", null);
    }

    @Test
    void who_unfollows_stays_bound_with_a_warning_until_following_again() {
        String openId = InventedContacts.openId();
        Contact contact = invented.bound(add(InventedContacts.form()), openId);
        Instant left = contact.boundAt().plusSeconds(60);

        contacts.markUnfollowed(openId, left);
        contacts.markUnfollowed(openId, left.plusSeconds(60));
        assertThat(contacts.page(unfollowed())).extracting(Contact::id).containsExactly(contact.id());
        assertThat(contacts.find(contact.id()).orElseThrow().unfollowedAt()).isEqualTo(left);
        contacts.markFollowing(openId, left.plusSeconds(120));

        assertThat(contacts.page(unfollowed())).isEmpty();
        assertThat(contacts.boundTo(openId)).hasSize(1);
        assertThat(trail.of(new Subject(Subject.Kind.CONTACT, String.valueOf(contact.id()))))
                .extracting(AuditEntry::act)
                .endsWith("CONTACT_BOUND", "CONTACT_UNFOLLOWED", "CONTACT_FOLLOWING");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -60, true
              0, true
             59, true
             60, false
             61, false
            """)
    void what_is_told_late_of_an_earlier_leaving_does_not_count(int leftAfterBinding, boolean follows) {
        String openId = InventedContacts.openId();
        Contact contact = invented.bound(add(InventedContacts.form()), openId);
        contacts.markFollowing(openId, contact.boundAt().plusSeconds(60));

        contacts.markUnfollowed(openId, contact.boundAt().plusSeconds(leftAfterBinding));
        // An earlier subscription that WeChat pushes again heals nothing either.
        contacts.markFollowing(openId, contact.boundAt());

        assertThat(contacts.find(contact.id()).orElseThrow().isFollowing()).isEqualTo(follows);
    }

    @Test
    void who_leaves_in_the_second_of_the_binding_has_left_and_earlier_has_not() {
        String openId = InventedContacts.openId();
        Contact contact = invented.bound(add(InventedContacts.form()), openId);

        contacts.markUnfollowed(openId, contact.boundAt().minusSeconds(1));
        assertThat(contacts.find(contact.id()).orElseThrow().isFollowing()).isTrue();
        contacts.markUnfollowed(openId, contact.boundAt().truncatedTo(ChronoUnit.SECONDS));
        assertThat(contacts.find(contact.id()).orElseThrow().isFollowing()).isFalse();
    }

    private ContactFilter unfollowed() {
        return new ContactFilter(manager.scope(), null, null, null, true, Long.MAX_VALUE, 10);
    }

    @Test
    void a_list_is_paged_newest_first_within_the_scope() {
        Contact first = add(InventedContacts.form());
        Contact second = add(InventedContacts.form());
        Contact third = add(InventedContacts.form());
        ending.end(seen(second), manager);
        ContactFilter all = new ContactFilter(CITY.scope(), institution.id(), null, null, false, Long.MAX_VALUE, 2);

        assertThat(contacts.page(all)).extracting(Contact::id).containsExactly(third.id(), second.id());
        assertThat(contacts.page(all.next(second.id(), 2))).extracting(Contact::id).containsExactly(first.id());
        assertThat(contacts.page(new ContactFilter(
                        CITY.scope(), institution.id(), null, Contact.State.ENDED, false, Long.MAX_VALUE, 9)))
                .extracting(Contact::id)
                .containsExactly(second.id());
        assertThat(contacts.page(new ContactFilter(
                        ELSEWHERE.scope(), institution.id(), null, null, false, Long.MAX_VALUE, 9)))
                .isEmpty();
        assertThat(contacts.page(new ContactFilter(
                        CITY.scope(), null, InventedContacts.CITY, null, false, Long.MAX_VALUE, 99)))
                .allMatch(Contact::isCentres);
    }

    @Test
    void what_a_person_withdraws_from_wechat_is_deleted() {
        String openId = InventedContacts.openId();
        Contact here = invented.bound(add(InventedContacts.form()), openId);
        Contact there = invented.bound(invented.added(invented.institution()), openId);

        ending.withdraw(openId);

        assertThat(contacts.boundTo(openId)).isEmpty();
        assertThat(contacts.find(List.of(here.id(), there.id())).values())
                .allMatch(contact -> contact.state() == Contact.State.ENDED && contact.addresses().openId() == null);
    }

    @Test
    void a_person_leaves_one_place_or_all() {
        String openId = InventedContacts.openId();
        Contact here = invented.bound(add(InventedContacts.form()), openId);
        Contact there = invented.bound(invented.added(invented.institution()), openId);

        assertThat(ending.unbind(openId, here.id())).extracting(Contact::id).containsExactly(here.id());
        assertThat(ending.unbind(openId, here.id())).isEmpty();
        assertThat(ending.unbind(InventedContacts.openId(), there.id())).isEmpty();
        assertThat(ending.unbind(openId, null)).extracting(Contact::id).containsExactly(there.id());
    }
}

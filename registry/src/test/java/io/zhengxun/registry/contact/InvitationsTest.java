package io.zhengxun.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Invitations.Binding;
import io.zhengxun.registry.contact.Invitations.Outcome;
import io.zhengxun.registry.institution.Institution;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A contact is bound by a scan and a confirmation, once, in time, by one person; a successor takes over in that moment. */
@ContactRoomTest
class InvitationsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00.123Z");
    private static final long HOURS_72 = Duration.ofHours(72).toMillis();
    private static final long MINUTES_10 = Duration.ofMinutes(10).toMillis();

    @Autowired
    Invitations invitations;

    @Autowired
    InvitingContact inviting;

    @Autowired
    AddingContact adding;

    @Autowired
    EndingContact ending;

    @Autowired
    Contacts contacts;

    @Autowired
    InventedContacts invented;

    @Autowired
    ContactRoomTest.StandingClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final String person = InventedContacts.openId();
    private Institution institution;
    private Staff manager;
    private Contact contact;

    @BeforeEach
    void a_contact_is_added() {
        clock.set(NOW);
        institution = invented.institution();
        manager = InventedContacts.manager(institution);
        contact = invented.added(institution);
    }

    private Outcome confirmed(String openId) {
        return invitations.confirm(openId).outcome();
    }

    @Test
    void who_scans_and_confirms_is_bound() {
        Binding offered = invitations.scan(invented.invited(contact), person);
        assertThat(offered.outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(offered.contact().id()).isEqualTo(contact.id());
        assertThat(contacts.boundTo(person)).isEmpty();

        Binding bound = invitations.confirm(person);

        assertThat(bound.outcome()).isEqualTo(Outcome.BOUND);
        assertThat(bound.contact().boundAt()).isEqualTo(NOW);
        assertThat(contacts.boundTo(person)).containsExactly(bound.contact());
        assertThat(confirmed(person)).as("tapped twice").isEqualTo(Outcome.BOUND_ALREADY);
    }

    @ParameterizedTest
    @CsvSource({"-1, OFFERED", "0, NOT_VALID", "1, NOT_VALID"})
    void an_invitation_ends_at_the_very_millisecond(long millis, Outcome outcome) {
        String scene = invented.invited(contact);
        clock.set(NOW.plusMillis(HOURS_72 + millis));
        assertThat(invitations.scan(scene, person).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"-1, BOUND", "0, TOO_LATE"})
    void an_invitation_that_ends_after_the_scan_is_not_confirmed(long millis, Outcome outcome) {
        String scene = invented.invited(contact);
        clock.set(NOW.plusMillis(HOURS_72 - 5));
        invitations.scan(scene, person);
        clock.set(NOW.plusMillis(HOURS_72 + millis));
        assertThat(confirmed(person)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"-1, BOUND", "0, NOTHING_TO_CONFIRM", "1, NOTHING_TO_CONFIRM"})
    void a_scan_is_confirmed_within_ten_minutes(long millis, Outcome outcome) {
        invitations.scan(invented.invited(contact), person);
        clock.set(NOW.plusMillis(MINUTES_10 + millis));
        assertThat(confirmed(person)).isEqualTo(outcome);
    }

    @Test
    void unknown_used_and_revoked_invitations_are_refused_alike() {
        String revoked = invented.invited(contact);
        String used = invented.invited(contact);
        assertThat(invitations.scan(revoked, person).outcome()).isEqualTo(Outcome.NOT_VALID);
        assertThat(invitations.scan(used, person).outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(confirmed(person)).isEqualTo(Outcome.BOUND);

        String another = InventedContacts.openId();
        Binding none = new Binding(Outcome.NOT_VALID, null);
        assertThat(List.of(invitations.scan(revoked, another), invitations.scan(used, another),
                        invitations.scan("contact_AAAA", another)))
                .containsOnly(none);
        assertThat(confirmed(another)).isEqualTo(Outcome.NOTHING_TO_CONFIRM);
    }

    @Test
    void a_contact_has_one_open_invitation_that_can_be_taken_back() {
        invented.invited(contact);
        String scene = invented.invited(contact);
        assertThat(invitations.openOf(List.of(contact.id())).get(contact.id()).expiresAt())
                .isEqualTo(NOW.plusMillis(HOURS_72));
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM invitation WHERE contact_id = ? AND state = 'OPEN'", int.class, contact.id()))
                .isEqualTo(1);
        invitations.scan(scene, person);

        inviting.revoke(contact.id(), manager);

        assertThat(invitations.openOf(List.of(contact.id()))).isEmpty();
        assertThat(confirmed(person)).isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void a_scene_is_long_random_fits_into_wechats_limit_and_is_not_stored() {
        String scene = invented.invited(contact);
        assertThat(scene).matches("contact_[A-Za-z0-9_-]{32}").hasSizeLessThanOrEqualTo(64);
        assertThat(invented.invited(contact)).isNotEqualTo(scene);
        assertThat(jdbc.queryForList("SELECT * FROM invitation WHERE contact_id = ?", contact.id()).toString()
                        + jdbc.queryForList("SELECT after_values FROM audit_entry"))
                .doesNotContain(scene);
        assertThat(inviting.invite(contact.id(), manager).toString()).doesNotContain("contact_");
    }

    @Test
    void the_same_person_is_bound_to_an_institution_once_and_to_several_institutions() {
        invented.bound(contact, person);
        Contact second = invented.added(institution);
        Binding refused = invitations.scan(invented.invited(second), person);
        assertThat(refused.outcome()).isEqualTo(Outcome.BOUND_ALREADY);
        assertThat(refused.contact().id()).isEqualTo(contact.id());
        assertThat(invented.bound(invented.added(invented.institution()), person).state()).isEqualTo(Contact.State.BOUND);
        assertThat(contacts.boundTo(person)).hasSize(2);
    }

    @Test
    void a_person_confirms_what_was_scanned_last() {
        Contact elsewhere = invented.added(invented.institution());
        invitations.scan(invented.invited(contact), person);
        invitations.scan(invented.invited(elsewhere), person);

        assertThat(invitations.confirm(person).contact().id()).isEqualTo(elsewhere.id());
        assertThat(confirmed(person)).isEqualTo(Outcome.BOUND_ALREADY);
        assertThat(contacts.find(contact.id()).orElseThrow().state()).isEqualTo(Contact.State.INVITED);
    }

    @Test
    void a_contact_that_ends_takes_its_invitation_along() {
        String scene = invented.invited(contact);
        invitations.scan(scene, person);
        ending.end(new SeenContact(contact.id(), contact.version()), manager);

        assertThat(confirmed(person)).isEqualTo(Outcome.TOO_LATE);
        assertThat(invitations.scan(scene, person).outcome()).isEqualTo(Outcome.NOT_VALID);
        assertThatThrownBy(() -> inviting.invite(contact.id(), manager)).isInstanceOf(ContactEnded.class);
    }

    @Test
    void who_is_bound_needs_no_invitation() {
        invented.bound(contact, person);
        assertThatThrownBy(() -> inviting.invite(contact.id(), manager)).isInstanceOf(ContactBound.class);
    }

    /** Both scanned the same code; whoever comes first is bound and the other is told. */
    @RepeatedTest(5)
    void of_two_who_confirm_at_once_one_is_bound() throws Exception {
        String scene = invented.invited(contact);
        String other = InventedContacts.openId();
        invitations.scan(scene, person);
        invitations.scan(scene, other);

        List<Outcome> outcomes = atOnce(person, other);

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.BOUND, Outcome.TOO_LATE);
        String winner = outcomes.get(0) == Outcome.BOUND ? person : other;
        assertThat(contacts.boundTo(winner)).hasSize(1);
        assertThat(contacts.boundTo(winner.equals(person) ? other : person)).isEmpty();
    }

    @RepeatedTest(3)
    void one_person_who_confirms_twice_at_once_is_bound_once() throws Exception {
        invitations.scan(invented.invited(contact), person);

        assertThat(atOnce(person, person)).containsExactlyInAnyOrder(Outcome.BOUND, Outcome.BOUND_ALREADY);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'CONTACT' AND subject_key = ?"
                                + " AND act = 'CONTACT_BOUND'",
                        int.class, String.valueOf(contact.id())))
                .isEqualTo(1);
    }

    private List<Outcome> atOnce(String... people) throws Exception {
        CyclicBarrier together = new CyclicBarrier(people.length);
        List<CompletableFuture<Outcome>> outcomes = Stream.of(people)
                .map(one -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return confirmed(one);
                }))
                .toList();
        return List.of(outcomes.get(0).get(30, TimeUnit.SECONDS), outcomes.get(1).get(30, TimeUnit.SECONDS));
    }

    @Test
    void until_a_successor_is_bound_the_one_before_goes_on() {
        Contact before = invented.bound(contact, person);
        Contact successor = successorOf(before);
        assertThat(told()).containsExactly(before);
        assertThat(contacts.successor(before.id())).contains(successor);

        Contact after = invented.bound(successor, InventedContacts.openId());

        assertThat(told()).containsExactly(after);
        assertThat(contacts.find(before.id()).orElseThrow().state()).isEqualTo(Contact.State.ENDED);
        assertThat(contacts.boundTo(person)).isEmpty();
        assertThat(jdbc.queryForObject("SELECT ended_by FROM contact WHERE id = ?", String.class, before.id()))
                .isEqualTo("system");
    }

    @Test
    void a_contact_has_one_successor_at_a_time() {
        Contact before = invented.bound(contact, person);
        Contact successor = successorOf(before);
        assertThatThrownBy(() -> successorOf(before)).isInstanceOf(SuccessorThere.class);

        ending.end(new SeenContact(successor.id(), successor.version()), manager);
        assertThat(contacts.successor(before.id())).isEmpty();
        assertThat(successorOf(before).replacesId()).isEqualTo(before.id());
    }

    @Test
    void the_same_person_may_take_over_from_their_own_contact() {
        Contact before = invented.bound(contact, person);
        assertThat(invented.bound(successorOf(before), person).replacesId()).isEqualTo(before.id());
        assertThat(contacts.boundTo(person)).hasSize(1);
    }

    @Test
    void the_way_to_who_lasts_leads_over_all_hand_overs() {
        Map<Long, Contact> lasting = new HashMap<>();
        Contact first = invented.bound(contact, person);
        Contact second = invented.bound(successorOf(first), InventedContacts.openId());
        Contact third = invented.bound(successorOf(second), InventedContacts.openId());
        Contact alone = invented.added(institution);
        ending.end(new SeenContact(alone.id(), alone.version()), manager);
        lasting.put(first.id(), third);
        lasting.put(second.id(), third);

        assertThat(contacts.successors(List.of(first.id(), second.id(), alone.id()))).isEqualTo(lasting);
        ending.end(new SeenContact(third.id(), third.version()), manager);
        assertThat(contacts.successors(List.of(first.id(), second.id()))).isEmpty();
    }

    @Test
    void who_waits_to_take_over_does_so_when_the_one_before_ends_first() {
        Contact before = invented.bound(contact, person);
        Contact successor = successorOf(before);
        ending.unbind(person, null);

        assertThat(told()).containsExactly(successor);
        assertThat(contacts.successor(before.id())).contains(successor);
    }

    private List<Contact> told() {
        return contacts.ofInstitutions(List.of(institution.id()), Duty.RETURNS)
                .getOrDefault(institution.id(), List.of());
    }

    private Contact successorOf(Contact before) {
        return adding.addSuccessor(
                new SeenContact(before.id(), before.version()), InventedContacts.form(), manager);
    }

    @Test
    void scans_that_nobody_confirmed_are_forgotten() {
        invitations.scan(invented.invited(contact), person);
        clock.set(NOW.plus(Duration.ofDays(1)).plusMillis(1));
        invitations.scan("contact_anything", InventedContacts.openId());
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM invitation_scan", int.class)).isZero();
    }
}

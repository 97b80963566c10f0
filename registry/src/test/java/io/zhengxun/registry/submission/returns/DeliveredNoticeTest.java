package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.contact.Addresses;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import io.zhengxun.registry.submission.returns.ReturnCases.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The first confirmed delivery, or a contact's tap, is evidence that the notice was received (T4). */
@RegistryTest
@Import(ReturnCases.class)
class DeliveredNoticeTest {

    private static final NotifyingInstitution.Tap TAP = new NotifyingInstitution.Tap(71, "127.0.0.1");

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturningRows returning;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    Returns returns;

    @Autowired
    Clocks clocks;

    @Autowired
    AuditTrail trail;

    private Institution institution;
    private Return returned;

    @BeforeEach
    void a_row_was_returned_by_the_city_on_a_monday() {
        clock.reset();
        institution = cases.institution(Tier.MUNICIPAL);
        returned = returning.returnRows(
                        seen(cases.batch(institution, Stage.CITY_REVIEW, 3)), "", rows(2), city()).recorded();
        clock.set("2026-11-25T02:00:00Z");
    }

    @Test
    void the_clock_of_the_correction_starts_on_the_day_of_delivery() {
        Return now = notifying.delivered(returned.number(), Instant.parse("2026-11-24T15:59:59.9999Z"), "");

        assertThat(now.state()).isEqualTo(ReturnState.NOTIFIED);
        assertThat(now.evidence()).isEqualTo(Return.Evidence.DELIVERED);
        assertThat(now.evidenceBy()).isEqualTo("system");
        assertThat(now.notifiedAt()).isEqualTo("2026-11-24T15:59:59.999Z");
        assertThat(now.dueOn()).isEqualTo("2026-12-08");
        assertThat(returns.find(returned.id())).contains(now);
        assertThat(clocks.of(returned.subject())).extracting(Deadline::rule, Deadline::state, Deadline::evidence)
                .containsExactly(
                        tuple(DeadlineRule.D10, Deadline.State.MET, "DELIVERED"),
                        tuple(DeadlineRule.D7, Deadline.State.OPEN, ""));
        assertThat(trail()).extracting(AuditEntry::act).containsExactly("RETURN_RECORDED", "RETURN_DELIVER");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:59:00Z, 2026-11-23T02:00:00Z, 2026-12-07",
        "2026-11-26T02:00:00Z, 2026-11-25T02:00:00Z, 2026-12-09"})
    void a_channels_clock_moves_it_neither_before_the_return_nor_into_the_future(
            Instant reported, Instant received, LocalDate dueOn) {
        Return now = notifying.delivered(returned.number(), reported, "");

        assertThat(now.notifiedAt()).isEqualTo(received);
        assertThat(now.dueOn()).isEqualTo(dueOn);
    }

    @Test
    void a_contacts_tap_is_on_record_with_the_contact() {
        Return now = notifying.acknowledgeByContact(returned.number(), contact(institution.id(), Contact.State.BOUND), TAP);

        assertThat(now.evidence()).isEqualTo(Return.Evidence.ACKNOWLEDGED);
        assertThat(now.evidenceBy()).isEqualTo("contact:12");
        assertThat(now.evidenceNote()).isEqualTo("联系人测试在通知 71 中点击“我已收到”");
        assertThat(trail().get(1).after()).containsEntry("note", now.evidenceNote());
        assertThat(now.dueOn()).isEqualTo("2026-12-09");
        assertThat(trail().get(1).actor())
                .hasToString("Actor[contact:12, CONTACT]")
                .extracting("name", "address")
                .containsExactly("测试", "127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(value = Contact.State.class, names = {"INVITED", "ENDED"})
    void only_a_bound_contact_of_the_institution_acknowledges(Contact.State state) {
        List<Contact> others = List.of(
                contact(institution.id(), state), contact(institution.id() + 1, Contact.State.BOUND),
                contact(null, Contact.State.BOUND));
        assertThat(others).allSatisfy(other ->
                assertThatThrownBy(() -> notifying.acknowledgeByContact(returned.number(), other, TAP))
                        .isInstanceOf(Absent.class));
        assertThat(returns.find(returned.id())).contains(returned);
    }

    @Test
    void what_is_known_already_stays_as_it_is() {
        Return phoned = notifying.recordReceipt(
                ordered(returned), new Receipt(Way.PHONE, LocalDate.of(2026, 11, 24), ""), city());

        assertThat(notifying.delivered(returned.number(), clock.instant(), "")).isEqualTo(phoned);
        assertThat(notifying.acknowledgeByContact(
                        returned.number(), contact(institution.id(), Contact.State.BOUND), TAP))
                .isEqualTo(phoned);
        assertThat(returns.find(returned.id())).contains(phoned);
        assertThat(trail()).hasSize(2);
    }

    @Test
    void a_return_that_does_not_exist_is_absent() {
        assertThatThrownBy(() -> notifying.delivered("TH261123-00000000", clock.instant(), "")).isInstanceOf(Absent.class);
    }

    @RepeatedTest(5)
    void of_many_that_give_evidence_at_once_one_is_kept() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Return>> acts = List.of(
                    () -> notifying.delivered(returned.number(), clock.instant(), ""),
                    () -> notifying.delivered(returned.number(), clock.instant(), ""),
                    () -> notifying.acknowledgeByContact(
                            returned.number(), contact(institution.id(), Contact.State.BOUND), TAP),
                    () -> unlessRefused(() -> notifying.acknowledge(ordered(returned), own(institution))),
                    () -> unlessRefused(() -> notifying.recordReceipt(
                            ordered(returned), new Receipt(Way.PHONE, LocalDate.of(2026, 11, 25), ""), city())));
            for (Future<Return> done : people.invokeAll(acts)) {
                done.get();
            }
        } finally {
            people.shutdown();
        }
        Return now = returns.find(returned.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(ReturnState.NOTIFIED);
        assertThat(now.version()).isEqualTo(returned.version() + 1);
        assertThat(clocks.of(returned.subject())).extracting(Deadline::rule)
                .containsExactly(DeadlineRule.D10, DeadlineRule.D7);
        assertThat(trail()).hasSize(2);
    }

    /** Whoever comes second at a form is refused. */
    private Return unlessRefused(Callable<Return> act) throws Exception {
        try {
            return act.call();
        } catch (Refusal e) {
            return null;
        }
    }

    private List<AuditEntry> trail() {
        return trail.of(new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()));
    }

    private static OrderedReturn ordered(Return seen) {
        return new OrderedReturn(seen.number(), seen.version());
    }

    private static Contact contact(Long institutionId, Contact.State state) {
        return new Contact(
                12, institutionId, ReturnCases.CITY, null, "测试", Set.of(Duty.RETURNS), List.of(), Addresses.NONE, state,
                Instant.EPOCH, null, null, null, 0);
    }
}

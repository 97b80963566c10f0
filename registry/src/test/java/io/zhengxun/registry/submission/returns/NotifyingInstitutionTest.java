package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.own;
import static io.zhengxun.registry.submission.returns.ReturnCases.province;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import io.zhengxun.registry.submission.returns.ReturnCases.SettableClock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The notice of return is received (T4); the return is of Monday 2026-11-23. */
@RegistryTest
@Import(ReturnCases.class)
class NotifyingInstitutionTest {

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
    void a_row_was_returned_by_the_city() {
        clock.reset();
        institution = cases.institution(Tier.MUNICIPAL);
        returned = returning.returnRows(
                        seen(cases.batch(institution, Stage.CITY_REVIEW, 3)), "", rows(2), city()).recorded();
    }

    @Test
    void its_own_word_starts_the_clock_of_the_correction() {
        clock.set("2026-11-24T15:59:59Z");
        Return now = notifying.acknowledge(ordered(returned), own(institution));

        assertThat(now.state()).isEqualTo(ReturnState.NOTIFIED);
        assertThat(now.evidence()).isEqualTo(Return.Evidence.ACKNOWLEDGED);
        assertThat(now.evidenceBy()).isEqualTo("own");
        assertThat(now.notifiedAt()).isEqualTo("2026-11-24T15:59:59Z");
        assertThat(now.dueOn()).isEqualTo("2026-12-08");
        assertThat(clocks.of(returned.subject())).extracting(Deadline::rule, Deadline::state).containsExactly(
                tuple(DeadlineRule.D10, Deadline.State.MET), tuple(DeadlineRule.D7, Deadline.State.OPEN));
        assertThat(clocks.running(DeadlineRule.D7, returned.subject()).orElseThrow().startOn())
                .isEqualTo("2026-11-24");
        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number())))
                .extracting(AuditEntry::act)
                .containsExactly("RETURN_RECORDED", "RETURN_ACKNOWLEDGE");
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, 2026-11-23, 2026-11-23T02:00:00Z, 2026-12-07",
        "LETTER, 2026-11-24, 2026-11-23T16:00:00Z, 2026-12-08",
        "LETTER, 2026-11-27, 2026-11-26T16:00:00Z, 2026-12-11"})
    void the_day_that_staff_record_starts_it(Way way, LocalDate day, String receivedAt, LocalDate dueOn) {
        clock.set("2026-11-27T02:00:00Z");
        Return now = notifying.recordReceipt(
                ordered(returned), new Receipt(way, day, "前台签收"), city(Role.CITY_LEAD));

        assertThat(now.notifiedAt()).isEqualTo(receivedAt);
        assertThat(now.evidence().name()).isEqualTo(way.name());
        assertThat(now.evidenceNote()).isEqualTo("前台签收");
        assertThat(now.dueOn()).isEqualTo(dueOn);
        assertThat(clocks.of(returned.subject()).get(0).endedAt()).isEqualTo(receivedAt);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28, return.received-later", "2026-11-22, return.received-earlier"})
    void it_was_received_between_the_return_and_today(LocalDate day, String code) {
        clock.set("2026-11-27T02:00:00Z");
        assertThatThrownBy(() -> notifying.recordReceipt(ordered(returned), new Receipt(Way.PHONE, day, ""), city()))
                .isInstanceOfSatisfying(FieldsRefused.class, refused ->
                        assertThat(refused.flaws()).extracting(FieldFlaw::code).containsExactly(code));
        assertThat(returns.find(returned.id()).orElseThrow()).isEqualTo(returned);
    }

    @Test
    void it_is_received_once() {
        Return now = notifying.acknowledge(ordered(returned), own(institution));
        assertThatThrownBy(() -> notifying.acknowledge(ordered(returned), own(institution)))
                .isInstanceOf(ReturnChanged.class);
        assertThatThrownBy(() -> notifying.acknowledge(ordered(now), own(institution)))
                .isInstanceOf(ReturnActNotPossible.class);
        assertThatThrownBy(() -> notifying.recordReceipt(ordered(now), today(), city()))
                .isInstanceOf(ReturnActNotPossible.class);
    }

    @Test
    void the_centre_to_which_the_institution_reports_records_it() {
        assertThatThrownBy(() -> notifying.recordReceipt(ordered(returned), today(), province()))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> notifying.recordReceipt(ordered(returned), today(), own(institution)))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> notifying.acknowledge(ordered(returned), city())).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> notifying.recordReceipt(ordered(returned), today(), ReturnCases.elsewhere()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> notifying.acknowledge(
                        ordered(returned), own(cases.institution(Tier.MUNICIPAL))))
                .isInstanceOf(Absent.class);
    }

    @Test
    void the_province_records_it_for_its_own_and_owes_the_notice() {
        Institution provincial = cases.institution(Tier.PROVINCIAL);
        Return byProvince = returning.returnAll(
                        seen(cases.batch(provincial, Stage.PROVINCE_REVIEW, 1)), "", "NAME", province()).recorded();
        assertThat(clocks.of(byProvince.subject()).get(0).debtor().name()).isEqualTo("PROVINCE");

        Return now = notifying.recordReceipt(ordered(byProvince), today(), province());

        assertThat(clocks.running(DeadlineRule.D6, byProvince.subject()).orElseThrow().dueOn())
                .isEqualTo("2026-12-07");
        assertThat(now.returnedBy()).isEqualTo(ReturningDesk.PROVINCE);
    }

    private static Receipt today() {
        return new Receipt(Way.PHONE, LocalDate.of(2026, 11, 23), "");
    }

    private static OrderedReturn ordered(Return seen) {
        return new OrderedReturn(seen.number(), seen.version());
    }
}

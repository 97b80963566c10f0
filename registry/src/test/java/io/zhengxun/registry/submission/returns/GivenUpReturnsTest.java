package io.zhengxun.registry.submission.returns;

import static io.zhengxun.registry.submission.returns.ReturnCases.city;
import static io.zhengxun.registry.submission.returns.ReturnCases.rows;
import static io.zhengxun.registry.submission.returns.ReturnCases.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.delivery.Attempt;
import io.zhengxun.registry.notice.delivery.DeliveryReport;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.NoticeClaims;
import io.zhengxun.registry.notice.delivery.NoticeConfirmations;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.notice.delivery.Turn;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import io.zhengxun.registry.submission.returns.ReturnCases.Cases;
import io.zhengxun.registry.submission.returns.ReturnCases.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is phoned about a return whose receipt is known (T4), whichever of both comes first. */
@RegistryTest
@Import(ReturnCases.class)
class GivenUpReturnsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

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
    Notices notices;

    @Autowired
    NoticeClaims claims;

    @Autowired
    NoticeOutcomes outcomes;

    @Autowired
    NoticeConfirmations confirmations;

    @Autowired
    DeliveryReports reports;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private Return returned;

    @BeforeEach
    void a_row_was_returned() {
        clock.reset();
        Institution institution = cases.institution(Tier.MUNICIPAL);
        returned = returning.returnRows(
                        seen(cases.batch(institution, Stage.CITY_REVIEW, 3)), "", rows(2), city()).recorded();
        jdbc.update("DELETE FROM notice");
    }

    @Test
    void what_is_given_up_after_the_receipt_is_known_leaves_the_work_list_at_once() {
        Notice notice = sending();
        received();

        giveUp(notice);

        assertThat(states()).containsExactly("OBSOLETE RECEIVED");
        assertThat(decisions(notice)).containsExactly("GAVE_UP", "OBSOLETE");
    }

    @Test
    void what_was_given_up_leaves_it_once_the_receipt_is_known() {
        Notice notice = sending();
        giveUp(notice);
        assertThat(states()).containsExactly("GAVE_UP CHANNEL_DOWN");

        received();

        assertThat(states()).containsExactly("OBSOLETE RECEIVED");
    }

    @Test
    void the_evidence_of_a_delivery_names_notice_channel_and_contact() {
        jdbc.update("""
                INSERT INTO contact (institution_id, region_code, name, duties, channels, state, lasting_mark, created_by,
                    created_at, version)
                VALUES (?, '440100', '王某某', 'RETURNS', 'TEMPLATE', 'INVITED', 1, 'test', '2026-11-01', 0)""",
                returned.institutionId());
        Notice notice = sending(jdbc.queryForObject("SELECT MAX(id) FROM contact", Long.class));
        String message = "m" + UUID.randomUUID();
        Attempt attempt = new Attempt(clock.instant(), clock.instant(), "ACCEPTED", "", message, "");
        outcomes.record(List.of(new Handled(notice, attempt,
                Turn.accepted(notice, message, clock.instant(), clock.instant().plus(LEASE)), List.of())));
        reports.record(Channel.TEMPLATE, message, true, "", clock.instant());

        List<DeliveryReport> matched = reports.waiting(0, 100).stream().filter(one -> one.noticeId() != null).toList();
        confirmations.apply(matched);

        Return now = returns.find(returned.id()).orElseThrow();
        assertThat(now.evidence()).isEqualTo(Return.Evidence.DELIVERED);
        assertThat(now.evidenceNote()).isEqualTo("通知 " + notice.id() + " 经公众号模板消息送达联系人王某某");
        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number())).get(1).after())
                .containsEntry("note", now.evidenceNote());
    }

    private Notice sending() {
        return sending(1);
    }

    private Notice sending(long contact) {
        NewNotice written = new NewNotice(
                NoticeKind.RETURN,
                "case:" + UUID.randomUUID(),
                Recipient.contact(contact),
                new NewNotice.About(new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()), returned.institutionId(),
                        returned.regionCode()),
                List.of(Channel.TEMPLATE),
                Map.of(),
                true,
                clock.instant());
        transaction.executeWithoutResult(status -> notices.queue(List.of(written)));
        return claims.claim(Channel.TEMPLATE, clock.instant(), 1, LEASE).get(0);
    }

    private void giveUp(Notice notice) {
        outcomes.record(List.of(Handled.onward(notice, null, Handled.Reason.of("CHANNEL_DOWN"), clock.instant())));
    }

    private void received() {
        notifying.recordReceipt(new OrderedReturn(returned.number(), returned.version()),
                new Receipt(Way.PHONE, LocalDate.of(2026, 11, 23), ""), city());
    }

    private List<String> states() {
        return jdbc.queryForList("SELECT CONCAT(state, ' ', cause) FROM notice", String.class);
    }

    private List<String> decisions(Notice notice) {
        return jdbc.queryForList("SELECT decision FROM notice_decision WHERE notice_id = ? ORDER BY id", String.class,
                notice.id());
    }
}

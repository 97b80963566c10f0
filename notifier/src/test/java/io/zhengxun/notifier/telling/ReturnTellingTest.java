package io.zhengxun.notifier.telling;

import static io.zhengxun.notifier.telling.TellingCases.city;
import static io.zhengxun.notifier.telling.TellingCases.province;
import static io.zhengxun.notifier.telling.TellingCases.recorded;
import static io.zhengxun.notifier.telling.TellingCases.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.telling.TellingCases.Cases;
import io.zhengxun.notifier.telling.TellingCases.SettableClock;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.text.NoticeFacts;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.Return;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A return is told to the institution's contacts for returns, while it is not corrected (T4, T5). */
@TellingTest
class ReturnTellingTest {

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    ReturnTelling telling;

    @Autowired
    ReturnTruth truth;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    JdbcTemplate jdbc;

    private Institution institution;
    private Submission batch;
    private Return returned;

    @BeforeEach
    void the_city_returned_a_row_on_a_monday() {
        clock.set("2026-11-23T02:00:00Z");
        institution = cases.institution(Tier.MUNICIPAL);
        batch = cases.batch(institution, Stage.CITY_REVIEW, 3);
        returned = cases.returned(batch, city());
    }

    @Test
    void each_contact_for_returns_is_told_by_what_reaches_it() {
        long first = cases.contact(institution, "RETURNS,DEADLINES", "first@example.com");
        long second = cases.contact(institution, "RETURNS", "second@example.com");
        cases.contact(institution, "DEADLINES", "third@example.com");

        List<NewNotice> notices = told(recorded(returned));

        assertThat(notices).extracting(NewNotice::recipient)
                .containsExactly(Recipient.contact(first), Recipient.contact(second));
        assertThat(notices).extracting(NewNotice::channels).containsOnly(List.of(Channel.EMAIL));
        assertThat(notices).extracting(NewNotice::key)
                .containsExactly("return:" + returned.number() + ":C" + first, "return:" + returned.number() + ":C" + second);
        assertThat(notices).allSatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.RETURN);
            assertThat(notice.urgent()).isFalse();
            assertThat(notice.occurredAt()).isEqualTo(TellingCases.NOW);
            assertThat(notice.about()).isEqualTo(new NewNotice.About(
                    new Deed.Subject(Deed.Subject.Kind.RETURN, returned.number()), institution.id(), TellingCases.CITY));
            assertThat(notice.facts()).isEqualTo(Map.of(
                    "institution", institution.name(),
                    "batch", batch.number(),
                    "return", returned.number(),
                    "rows", "1",
                    "returnedBy", "CITY",
                    "by", "广州市技能中心",
                    "dueOn", "2026-12-07"));
            assertThat(NoticeFacts.missing(notice.kind(), notice.facts())).isEmpty();
        });
    }

    @Test
    void somebody_whom_nothing_reaches_is_work_only_while_nobody_else_is_told() {
        long unreachable = cases.contact(institution, "RETURNS", null);
        assertThat(told(recorded(returned))).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.contact(unreachable));
            assertThat(notice.channels()).isEmpty();
            assertThat(notice.leftOut()).contains(Channel.EMAIL);
        });

        long told = cases.contact(institution, "RETURNS", "told@example.com");

        assertThat(told(recorded(returned))).extracting(NewNotice::recipient)
                .containsExactly(Recipient.contact(told));
    }

    /** As in a database from before there were notices: its returns are told once it is upgraded. */
    @Test
    void a_return_whose_receipt_is_known_is_no_work() {
        notifying.delivered(returned.number(), clock.instant(), "");
        assertThat(told(recorded(returned))).isEmpty();

        cases.contact(institution, "RETURNS", null);
        assertThat(told(recorded(returned))).isEmpty();

        long reached = cases.contact(institution, "RETURNS", "reached@example.com");
        assertThat(told(recorded(returned))).extracting(NewNotice::recipient)
                .containsExactly(Recipient.contact(reached));
    }

    @Test
    void where_there_is_no_contact_the_work_list_gets_it() {
        cases.contact(institution, "DEADLINES", "third@example.com");

        assertThat(told(recorded(returned))).singleElement().satisfies(notice -> {
            assertThat(notice.recipient()).isEqualTo(Recipient.nobody());
            assertThat(notice.key()).isEqualTo("return:" + returned.number() + ":N0");
            assertThat(notice.channels()).isEmpty();
        });
    }

    @Test
    void a_return_of_the_province_names_its_centre_and_its_rule() {
        Institution provincial = cases.institution(Tier.PROVINCIAL);
        Return byProvince = cases.returned(cases.batch(provincial, Stage.PROVINCE_REVIEW, 2), province());

        assertThat(told(recorded(returned), recorded(byProvince)))
                .extracting(notice -> notice.facts().get("by"))
                .containsExactly("广州市技能中心", "广东省职业技能服务指导中心");
    }

    @Test
    void a_return_that_was_corrected_meanwhile_is_told_to_nobody() {
        corrected();
        assertThat(told(recorded(returned))).isEmpty();
    }

    @Test
    void its_due_date_is_counted_from_the_day_on_which_it_goes_out() {
        Notice notice = notice();
        assertThat(truth.of(List.of(notice))).containsEntry(notice.id(), Truth.Verdict.holds(notice));

        clock.set("2026-11-24T00:30:00Z");
        Truth.Verdict later = truth.of(List.of(notice)).get(notice.id());
        assertThat(later.holds()).isTrue();
        assertThat(later.facts()).containsEntry("dueOn", "2026-12-08").hasSameSizeAs(notice.facts());
        assertThat(later.why()).isEqualTo("dueOn");
    }

    @Test
    void once_its_receipt_is_known_the_running_deadline_is_told() {
        Notice notice = notice();
        notifying.delivered(returned.number(), clock.instant(), "");
        clock.set("2026-11-26T02:00:00Z");

        assertThat(truth.of(List.of(notice)).get(notice.id())).isEqualTo(Truth.Verdict.holds(notice));
    }

    @Test
    void once_it_is_corrected_it_is_not_sent() {
        Notice notice = notice();
        corrected();
        assertThat(truth.of(List.of(notice)).get(notice.id())).isEqualTo(Truth.Verdict.obsolete("CORRECTED"));
    }

    private List<NewNotice> told(Event... events) {
        return telling.of(List.of(events)).stream().map(Told::notice).toList();
    }

    private Notice notice() {
        return written(7, told(recorded(returned)).get(0), clock.instant());
    }

    private void corrected() {
        jdbc.update(
                """
                UPDATE submission_return SET state = 'CORRECTED', notified_at = recorded_at, evidence = 'CORRECTED',
                    corrected_at = recorded_at, due_on = NULL WHERE id = ?""",
                returned.id());
    }
}

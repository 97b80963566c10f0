package io.zhengxun.notifier.telling;

import static io.zhengxun.notifier.telling.TellingCases.city;
import static io.zhengxun.notifier.telling.TellingCases.event;
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
import io.zhengxun.registry.notice.text.NoticeFacts;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.subscription.HolderSubscription;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Holders who asked are told once that their certificate is published, and when its data goes back (Q4). */
@TellingTest
class HolderTellingTest {

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    HolderTelling telling;

    @Autowired
    HolderTruth truth;

    @Autowired
    HolderSubscriptions holders;

    @Autowired
    NotifyingInstitution notifying;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String openId = "o" + UUID.randomUUID();
    private Submission batch;
    private long certificateId;
    private long subscriptionId;

    @BeforeEach
    void a_holder_waits_for_the_certificate_of_row_2() {
        clock.set("2026-11-23T02:00:00Z");
        Institution institution = cases.institution(Tier.MUNICIPAL);
        batch = cases.batch(institution, Stage.CITY_REVIEW, 3);
        certificateId = cases.certificateId(batch, 2);
        assertThat(holders.subscribe(certificateId, openId)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);
        subscriptionId = holders.openOfCertificates(List.of(certificateId)).get(0).id();
    }

    @Test
    void a_publication_is_told_once_and_ends_the_subscription() {
        cases.publish(certificateId);

        NewNotice notice = told(published()).get(0);

        assertThat(notice.kind()).isEqualTo(NoticeKind.PUBLISHED);
        assertThat(notice.key()).isEqualTo("published:H" + subscriptionId);
        assertThat(notice.channels()).containsExactly(Channel.TEMPLATE, Channel.SUBSCRIPTION);
        assertThat(notice.about().subject())
                .isEqualTo(new Deed.Subject(Deed.Subject.Kind.CERTIFICATE, String.valueOf(certificateId)));
        assertThat(notice.facts())
                .isEqualTo(Map.of("occupation", "电工", "level", "高级工", "publishedOn", "2026-11-23"));
        assertThat(NoticeFacts.missing(notice.kind(), notice.facts())).isEmpty();
        assertThat(holders.find(List.of(subscriptionId)).get(subscriptionId).state())
                .isEqualTo(HolderSubscription.State.TOLD);
        assertThat(told(published())).isEmpty();
        Notice written = written(7, notice, clock.instant());
        assertThat(truth.of(List.of(written))).containsEntry(7L, Truth.Verdict.holds(written));
    }

    @Test
    void two_events_of_one_publication_make_one_notice() {
        cases.publish(certificateId);

        assertThat(told(published(), published())).hasSize(1);
    }

    @Test
    void who_waits_for_what_is_not_published_hears_nothing() {
        cases.publish(cases.certificateId(batch, 3));

        assertThat(told(published())).isEmpty();
        assertThat(holders.countOpen(openId)).isOne();
    }

    @Test
    void a_return_is_told_without_its_reason_and_the_subscription_goes_on() {
        Return returned = cases.returned(batch, city());

        NewNotice notice = told(recorded(returned)).get(0);

        assertThat(notice.kind()).isEqualTo(NoticeKind.RETURNED);
        assertThat(notice.key()).isEqualTo("returned:" + returned.number() + ":H" + subscriptionId);
        assertThat(notice.facts()).isEqualTo(
                Map.of("occupation", "电工", "level", "高级工", "return", returned.number(), "dueOn", ""));
        assertThat(NoticeFacts.missing(notice.kind(), notice.facts())).isEmpty();
        assertThat(holders.countOpen(openId)).isOne();
    }

    @Test
    void the_due_date_is_told_once_it_runs() {
        Return returned = cases.returned(batch, city());
        Notice notice = written(7, told(recorded(returned)).get(0), clock.instant());
        assertThat(truth.of(List.of(notice)).get(7L)).isEqualTo(Truth.Verdict.holds(notice));

        notifying.delivered(returned.number(), clock.instant(), "");
        Truth.Verdict now = truth.of(List.of(notice)).get(7L);
        assertThat(now.facts()).containsEntry("dueOn", "2026-12-07").hasSameSizeAs(notice.facts());
    }

    @Test
    void what_is_being_verified_or_corrected_or_no_longer_wanted_is_not_sent() {
        Notice published = publishedNotice();
        jdbc.update("UPDATE certificate SET standing = 'SUSPENDED' WHERE id = ?", certificateId);
        assertThat(verdict(published)).isEqualTo(Truth.Verdict.obsolete("NOT_SHOWN"));
        jdbc.update("UPDATE certificate SET standing = 'VALID', published_on = NULL WHERE id = ?", certificateId);
        assertThat(verdict(published)).isEqualTo(Truth.Verdict.obsolete("NOT_PUBLISHED"));
        holders.forget(openId);
        assertThat(verdict(published)).isEqualTo(Truth.Verdict.obsolete("UNSUBSCRIBED"));
    }

    @Test
    void a_return_that_was_corrected_is_not_sent() {
        Notice returned = written(7, told(recorded(cases.returned(batch, city()))).get(0), clock.instant());
        jdbc.update("UPDATE certificate SET return_id = NULL WHERE id = ?", certificateId);
        assertThat(verdict(returned)).isEqualTo(Truth.Verdict.obsolete("CORRECTED"));
    }

    private Notice publishedNotice() {
        cases.publish(certificateId);
        return written(7, told(published()).get(0), clock.instant());
    }

    private Truth.Verdict verdict(Notice notice) {
        return truth.of(List.of(notice)).get(notice.id());
    }

    private Event published() {
        return event(1, "SUBMISSION_PUBLISH_SOME", Deed.Subject.Kind.SUBMISSION, batch.number());
    }

    private List<NewNotice> told(Event... events) {
        return transaction.execute(status -> telling.of(List.of(events)).stream().map(Told::notice).toList());
    }
}

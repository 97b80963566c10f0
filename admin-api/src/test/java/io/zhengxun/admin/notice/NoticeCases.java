package io.zhengxun.admin.notice;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.delivery.Attempt;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.NoticeClaims;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.notice.delivery.Noted;
import io.zhengxun.registry.notice.delivery.Turn;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.registry.privacy.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Contacts and notices as the other rooms and the notifier leave them. */
public final class NoticeCases {

    /** Nowhere in an answer. */
    static final String OPEN_ID = "o_invented_openid_of_the_contact_1";
    static final String EMAIL = "contact-one@example.org";
    static final String MOBILE = "13900000001";

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Notices notices;
    private final NoticeClaims claims;
    private final NoticeOutcomes outcomes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public NoticeCases(JdbcTemplate jdbc, Vault vault, Notices notices, NoticeClaims claims, NoticeOutcomes outcomes,
            TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.notices = notices;
        this.claims = claims;
        this.outcomes = outcomes;
        this.transaction = transaction;
        this.clock = clock;
    }

    public static NoticeCases of(AutowireCapableBeanFactory beans) {
        return (NoticeCases) beans.autowire(NoticeCases.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    public void clear() {
        List.of("notice_attempt", "notice_decision", "delivery_report", "notice", "channel_stop", "channel_pause",
                        "channel_setup", "invitation", "contact", "outbox_event")
                .forEach(table -> jdbc.update("DELETE FROM " + table));
    }

    /** Bound to WeChat, with every address. */
    public long contact(Long institutionId, String region, String name) {
        jdbc.update("""
                INSERT INTO contact (institution_id, region_code, name, duties, channels, open_id_sealed, open_id_hash,
                    email_sealed, mobile_sealed, state, bound_at, lasting_mark, created_by, created_at, version)
                VALUES (?, ?, ?, 'RETURNS,DEADLINES', 'TEMPLATE,EMAIL', ?, ?, ?, ?, 'BOUND', ?, 1, 'test', ?, 0)""",
                institutionId, region, name, vault.seal(OPEN_ID), vault.fingerprint("contact-openid", OPEN_ID),
                vault.seal(EMAIL), vault.seal(MOBILE), now(), now());
        return jdbc.queryForObject("SELECT MAX(id) FROM contact", Long.class);
    }

    /** Facts are those of the sample. */
    public long queued(NoticeKind kind, Recipient to, NewNotice.About about, List<Channel> channels, boolean urgent) {
        String key = "case:" + UUID.randomUUID();
        Instant now = clock.instant();
        NewNotice notice = new NewNotice(kind, key, to, about, channels, NoticeSamples.of(kind), urgent, now);
        transaction.executeWithoutResult(status -> notices.queue(List.of(notice)));
        return jdbc.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }

    /** A return's, by template message and then e-mail. */
    public long ofReturn(long institutionId, String region, long contactId, String number) {
        return queued(
                NoticeKind.RETURN,
                Recipient.contact(contactId),
                about(Deed.Subject.Kind.RETURN, number, institutionId, region),
                List.of(Channel.TEMPLATE, Channel.EMAIL),
                true);
    }

    static NewNotice.About about(Deed.Subject.Kind kind, String key, Long institutionId, String region) {
        return new NewNotice.About(new Deed.Subject(kind, key), institutionId, region);
    }

    /** As a worker has it. */
    Notice claimed(Channel channel) {
        return claims.claim(channel, clock.instant(), 1, LEASE).get(0);
    }

    /** As the quiet hours do. */
    void postponed(Channel channel, Instant until) {
        Notice notice = claimed(channel);
        outcomes.record(List.of(
                Handled.of(notice, Turn.later(notice, until), Decision.QUIET_HOURS, until.toString())));
    }

    /** Refused by the channel; the next one, if there is one. */
    void refused(Channel channel, Decision reason, String outcome, String code) {
        Notice notice = claimed(channel);
        Instant now = clock.instant();
        Attempt attempt = new Attempt(now, now, outcome, code, null, "");
        Turn turn = Turn.onward(notice, reason.name(), now);
        Noted why = new Noted(notice.id(), reason, channel.name());
        Noted next = notice.nextChannel().isPresent()
                ? new Noted(notice.id(), Decision.FELL_BACK, channel + " " + turn.channel() + " " + reason)
                : new Noted(notice.id(), Decision.GAVE_UP, reason.name());
        outcomes.record(List.of(new Handled(notice, attempt, turn, Arrays.asList(why, next))));
    }

    void accepted(Channel channel, String messageId) {
        Notice notice = claimed(channel);
        Instant now = clock.instant();
        Attempt attempt = new Attempt(now, now, "ACCEPTED", "", messageId, "");
        outcomes.record(List.of(new Handled(
                notice, attempt, Turn.accepted(notice, messageId, now, now.plusSeconds(300)), List.of())));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

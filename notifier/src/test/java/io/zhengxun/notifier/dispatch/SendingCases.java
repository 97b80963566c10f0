package io.zhengxun.notifier.dispatch;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.zhengxun.notifier.telling.Truth;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented people who are told invented things, and what a test needs to look at it. */
public class SendingCases {

    /** A Monday at 10:00 in Shanghai. */
    public static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

    private static final Duration LONG = Duration.ofSeconds(20);

    private final JdbcTemplate sql;
    private final Vault vault;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final List<FakeCourier> couriers;
    private final SettableTruth truth;
    private final SettableClock clock;
    private final DatabaseSwitch database;
    private final RedisConnectionFactory redis;
    private final List<SmartLifecycle> rooms;

    SendingCases(JdbcTemplate sql, Vault vault, Notices notices, TransactionTemplate transaction,
            List<FakeCourier> couriers, SettableTruth truth, SettableClock clock, DatabaseSwitch database,
            RedisConnectionFactory redis, List<SmartLifecycle> lifecycles) {
        this.redis = redis;
        this.sql = sql;
        this.vault = vault;
        this.notices = notices;
        this.transaction = transaction;
        this.couriers = couriers;
        this.truth = truth;
        this.clock = clock;
        this.database = database;
        this.rooms = lifecycles.stream()
                .filter(room -> room.getClass().getName().startsWith("io.zhengxun.notifier"))
                .toList();
    }

    @Bean
    @Primary
    static SettableClock settableClock() {
        SettableClock clock = new SettableClock();
        clock.set(MORNING);
        return clock;
    }

    @Bean
    static FakeCourier template() {
        return new FakeCourier(Channel.TEMPLATE);
    }

    @Bean
    static FakeCourier subscription() {
        return new FakeCourier(Channel.SUBSCRIPTION);
    }

    @Bean
    static FakeCourier mini() {
        return new FakeCourier(Channel.MINI);
    }

    @Bean
    static FakeCourier customer() {
        return new FakeCourier(Channel.CUSTOMER);
    }

    @Bean
    static FakeCourier email() {
        return new FakeCourier(Channel.EMAIL);
    }

    @Bean
    static FakeCourier sms() {
        return new FakeCourier(Channel.SMS);
    }

    /** True unless a test says otherwise. */
    public static final class SettableTruth implements Truth {

        private volatile Function<Notice, Verdict> rule = Verdict::holds;

        void says(Function<Notice, Verdict> verdict) {
            rule = verdict;
        }

        @Override
        public Set<NoticeKind> kinds() {
            return EnumSet.allOf(NoticeKind.class);
        }

        @Override
        public Map<Long, Verdict> of(Collection<Notice> asked) {
            return asked.stream().collect(toMap(Notice::id, rule));
        }
    }

    @Bean
    static SettableTruth truth() {
        return new SettableTruth();
    }

    @Bean
    static DatabaseSwitch databaseSwitch() {
        return new DatabaseSwitch();
    }

    @Bean
    static BeanPostProcessor switchable(DatabaseSwitch database) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? database.around(source) : bean;
            }
        };
    }

    /** Before each test: nothing is stored, all couriers accept, all is true, it is morning, and the rooms work. */
    public void begin() {
        end();
        for (String table : List.of(
                "notice_decision", "notice_attempt", "delivery_report", "notice", "channel_stop", "channel_pause",
                "outbox_event")) {
            sql.update("DELETE FROM " + table);
        }
        // A bucket is not filled again before the time to which a test has advanced the clock.
        try (RedisConnection connection = redis.getConnection()) {
            connection.keyCommands().keys("zhengxun:notices:*".getBytes(StandardCharsets.UTF_8))
                    .forEach(connection.keyCommands()::del);
        }
        couriers.forEach(FakeCourier::reset);
        truth.says(Truth.Verdict::holds);
        clock.set(MORNING);
        resume();
    }

    /** The rooms stop, as with the application. */
    public void pause() {
        rooms.forEach(SmartLifecycle::stop);
    }

    public void resume() {
        rooms.forEach(SmartLifecycle::start);
    }

    /** After each test, so that no other context's test finds its notices sent. */
    public void end() {
        database.on();
        pause();
    }

    public FakeCourier courier(Channel channel) {
        return couriers.stream().filter(one -> one.channel() == channel).findFirst().orElseThrow();
    }

    /** A contact in the order of its channels, with an address on each. */
    public long person(Channel... channels) {
        String openId = "o" + UUID.randomUUID();
        sql.update("""
                INSERT INTO contact (region_code, name, duties, channels, open_id_sealed, open_id_hash, mini_id_sealed,
                    mini_id_hash, email_sealed, mobile_sealed, state, bound_at, lasting_mark, created_by, created_at, version)
                VALUES ('440100', '测试', 'RETURNS', ?, ?, ?, ?, ?, ?, ?, 'BOUND', '2026-11-01', 1, 'test', '2026-11-01', 0)""",
                Channel.written(List.of(channels)), vault.seal(openId), vault.fingerprint("contact-openid", openId),
                vault.seal("m" + openId), vault.fingerprint("contact-miniid", "m" + openId),
                vault.seal(openId + "@example.org"), vault.seal("13800000000"));
        return sql.queryForObject("SELECT MAX(id) FROM contact", Long.class);
    }

    public long notice(long person, Channel... channels) {
        return notice(person, false, channels);
    }

    public long notice(long person, boolean urgent, Channel... channels) {
        String key = "test:" + UUID.randomUUID();
        NewNotice written = new NewNotice(
                NoticeKind.TEST,
                key,
                Recipient.contact(person),
                new NewNotice.About(new Deed.Subject(Deed.Subject.Kind.CONTACT, String.valueOf(person)), null, "440100"),
                List.of(channels),
                Map.of("day", "2026-11-23"),
                urgent,
                clock.instant());
        transaction.executeWithoutResult(status -> notices.queue(List.of(written)));
        return sql.queryForObject("SELECT id FROM notice WHERE notice_key = ?", Long.class, key);
    }

    /** A person with these channels, and something to tell. */
    public long told(Channel... channels) {
        return notice(person(channels), channels);
    }

    public NoticeState state(long notice) {
        return NoticeState.valueOf(field(notice, "state"));
    }

    public String field(long notice, String column) {
        return sql.queryForObject("SELECT " + column + " FROM notice WHERE id = ?", String.class, notice);
    }

    public Instant dueAt(long notice) {
        return sql.queryForObject("SELECT due_at FROM notice WHERE id = ?", Timestamp.class, notice).toInstant();
    }

    public void awaitState(long notice, NoticeState... expected) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(10))
                .until(() -> state(notice), Arrays.asList(expected)::contains);
    }

    public void awaitAll(NoticeState state, int count) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> count(state) == count);
    }

    public int count(NoticeState state) {
        return sql.queryForObject("SELECT COUNT(*) FROM notice WHERE state = ?", Integer.class, state.name());
    }

    public String messageId(long notice, Channel channel) {
        return sql.queryForObject("SELECT MAX(message_id) FROM notice_attempt WHERE notice_id = ? AND channel = ?",
                String.class, notice, channel.name());
    }

    public List<String> decisions(long notice) {
        return sql.queryForList("SELECT decision FROM notice_decision WHERE notice_id = ? ORDER BY id", String.class, notice);
    }

    public List<String> attempts(long notice) {
        return sql.queryForList(
                "SELECT CONCAT(channel, ' ', outcome) FROM notice_attempt WHERE notice_id = ? ORDER BY id", String.class, notice);
    }
}

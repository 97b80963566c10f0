package io.zhengxun.registry.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims cost what is due, not what is stored, and two workers never get the same. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimCostTest {

    private static final int STORED = 100_000;
    private static final int DUE = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    private NoticeClaims claims;

    @Autowired
    private OutboxClaims events;

    @Autowired
    private SentNotices sent;

    @Autowired
    private DeliveryReports reports;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    /** Of 100,000 notices fifty are due, half of the rest waits for later, the others have ended; as many events. */
    @BeforeAll
    void store() {
        clear();
        String digits = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        String numbers = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d n FROM "
                + digits + " a, " + digits + " b, " + digits + " c, " + digits + " e, " + digits + " f) numbers";
        Timestamp now = Timestamp.from(clock.instant().minusSeconds(5));
        sql.update("""
                INSERT INTO notice (kind, notice_key, recipient_kind, recipient_id, lane, subject_kind, subject_key, facts,
                    urgent, channels, channel, state, open_mark, round, attempts, due_at, cause, occurred_at, created_at,
                    version)
                SELECT 'TEST', CONCAT('cost:', n), 'CONTACT', n DIV 3, CONCAT('C', n DIV 3), 'CONTACT', n, '{}', 0,
                    'TEMPLATE,EMAIL', 'TEMPLATE', IF(n < 50000, 'QUEUED', IF(n % 2, 'SENT', 'DELIVERED')),
                    IF(n < 50000, 1, NULL), 0, 0, IF(n < 150, ?, DATE_ADD(?, INTERVAL 1 + n % 1000 HOUR)), '', ?, ?, 0
                FROM """ + " " + numbers + " ORDER BY n", now, now, now, now);
        sql.update("""
                INSERT INTO outbox_event (kind, subject_kind, subject_key, facts, occurred_at, state, due_at)
                SELECT 'SUBMISSION_PASS', 'SUBMISSION', CONCAT('cost', n), '{}', ?, IF(n < 40, 'NEW', 'TOLD'), NULL
                FROM """ + " " + numbers, now);
        sql.query("ANALYZE TABLE notice, outbox_event", row -> {});
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM notice", Integer.class)).isEqualTo(STORED);
    }

    @AfterAll
    void clear() {
        sql.update("DELETE FROM notice");
        sql.update("DELETE FROM outbox_event");
    }

    @Test
    void a_claim_costs_what_is_due() {
        List<Notice> claimed = new ArrayList<>();

        long read = rowsRead(() -> claimed.addAll(claims.claim(Channel.TEMPLATE, clock.instant(), 400, LEASE)));

        // Three of a lane were due, of which the first goes: each of the three looks once for an earlier one.
        // The same fifty in the trial before.
        assertThat(claimed).hasSize(2 * DUE);
        assertThat(claimed).extracting(Notice::key).allSatisfy(key ->
                assertThat(Integer.parseInt(key.substring("cost:".length())) % 3).isZero());
        assertThat(read).isLessThan(20L * DUE);
    }

    @Test
    void to_look_whether_anything_is_due_costs_next_to_nothing() {
        assertThat(rowsRead(() -> claims.isAnyDue(Channel.TEMPLATE))).isLessThan(5);
        assertThat(rowsRead(() -> claims.isAnyDue(Channel.SMS))).isLessThan(5);
        assertThat(rowsRead(() -> events.isAnyDue())).isLessThan(5);
        assertThat(rowsRead(() -> reports.waiting(0, 500))).isLessThan(5);
        assertThat(rowsRead(() -> sent.unconfirmed(Channel.TEMPLATE, 500, LEASE))).isLessThan(5);
        assertThat(rowsRead(() -> claims.takeOver(Channel.TEMPLATE, 500))).isLessThan(5);
    }

    @Test
    void to_let_those_behind_others_wait_costs_what_is_looked_at() {
        assertThat(rowsRead(() -> claims.deferBlocked(Channel.TEMPLATE, 20))).isLessThan(8 * 20);
    }

    @Test
    void a_claim_of_events_costs_what_is_new() {
        List<ClaimedEvent> claimed = new ArrayList<>();

        long read = rowsRead(() -> claimed.addAll(events.fresh(500)));

        // The same forty in the trial before.
        assertThat(claimed).hasSize(2 * 40);
        assertThat(read).isLessThan(100);
    }

    @Test
    void the_plan_uses_the_index_in_its_order() {
        List<Map<String, Object>> plan = sql.queryForList("EXPLAIN " + NoticeClaims.CLAIM, "QUEUED", "TEMPLATE",
                Timestamp.from(clock.instant()), 100);

        assertThat(plan.get(0).get("key")).isEqualTo("ix_notice_claim");
        assertThat(plan.get(0).get("Extra")).asString().doesNotContain("filesort");
        assertThat(plan).filteredOn(step -> "e".equals(step.get("table"))).singleElement()
                .extracting(step -> step.get("key")).isEqualTo("ix_notice_lane");
    }

    @Test
    void what_one_worker_is_taking_another_passes_over() {
        Instant later = clock.instant().plus(Duration.ofHours(2));
        transaction.executeWithoutResult(status -> {
            List<Notice> one = claims.claim(Channel.TEMPLATE, later, 20, LEASE);
            List<Notice> other = byAnother(() -> claims.claim(Channel.TEMPLATE, later, 20, LEASE));
            assertThat(one).hasSize(20);
            assertThat(other).hasSize(20).extracting(Notice::id)
                    .doesNotContainAnyElementsOf(one.stream().map(Notice::id).toList());
            status.setRollbackOnly();
        });
    }

    /** In a thread and a transaction of its own, of which nothing stays. */
    private <T> T byAnother(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        })).join();
    }

    /** What the storage engine was asked for, counted by the server for this session; nothing of it stays. */
    private long rowsRead(Runnable query) {
        // Opened for the first time, a table has its statistics read.
        counted(query);
        return counted(query);
    }

    private long counted(Runnable query) {
        Supplier<Long> count = () -> sql.query("SHOW SESSION STATUS LIKE 'Handler_read%'", (row, i) -> row.getLong(2))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return transaction.execute(status -> {
            long first = count.get();
            long before = count.get();
            query.run();
            // Counting reads something itself.
            long read = count.get() - before - (before - first);
            status.setRollbackOnly();
            return read;
        });
    }
}

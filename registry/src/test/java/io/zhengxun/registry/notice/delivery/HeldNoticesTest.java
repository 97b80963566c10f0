package io.zhengxun.registry.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a stop held goes on once it is lifted, however much it is, without one long transaction. */
@RegistryTest
class HeldNoticesTest {

    private static final int HELD = 2500;

    @Autowired
    private ChannelStops stops;

    @Autowired
    private HeldNotices held;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @BeforeEach
    void a_stop_holds_many() {
        clear();
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = IntStream.range(0, HELD)
                .mapToObj(n -> new Object[] {"held:" + n, n, "C" + n, n, now, now, now})
                .toList();
        sql.batchUpdate("""
                INSERT INTO notice (kind, notice_key, recipient_kind, recipient_id, lane, subject_kind, subject_key, facts,
                    urgent, channels, channel, state, round, attempts, due_at, cause, occurred_at, created_at, version)
                VALUES ('TEST', ?, 'CONTACT', ?, ?, 'CONTACT', ?, '{}', 0, 'TEMPLATE', 'TEMPLATE', 'HELD', 0, 0, ?, 'STOPPED',
                    ?, ?, 0)""", rows);
        stops.stop(Channel.TEMPLATE, NoticeKind.TEST, "40037");
    }

    @AfterEach
    void clear() {
        List.of("notice_decision", "notice", "channel_stop").forEach(table -> sql.update("DELETE FROM " + table));
    }

    @Test
    void the_first_go_on_with_the_lifting_and_the_rest_in_pieces() {
        transaction.executeWithoutResult(status -> stops.lift(stops.lasting().get(0).id(), "lead"));
        assertThat(queued()).isEqualTo(1000);

        assertThat(List.of(release(), release(), release())).containsExactly(1000, 500, 0);
        assertThat(queued()).isEqualTo(HELD);
        assertThat(sql.queryForList("SELECT DISTINCT decided_by FROM notice_decision WHERE decision = 'RELEASED' ORDER BY 1",
                String.class)).containsExactly("lead", "system");
    }

    private int release() {
        return held.release(Channel.TEMPLATE, NoticeKind.TEST, HeldNotices.STOPPED, "system");
    }

    private int queued() {
        return sql.queryForObject("SELECT COUNT(*) FROM notice WHERE state = 'QUEUED'", Integer.class);
    }
}

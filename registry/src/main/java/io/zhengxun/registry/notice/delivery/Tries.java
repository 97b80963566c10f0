package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Notice;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was tried for a notice. */
@Component
public class Tries {

    private final JdbcTemplate jdbc;

    Tries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** When its current channel was tried first in its current round; empty if it was not, as far as is recorded. */
    public Optional<Instant> first(Notice notice) {
        return jdbc.query("SELECT started_at FROM notice_attempt FORCE INDEX (ix_notice_attempt_notice)"
                        + " WHERE notice_id = ? AND round = ? AND channel = ? ORDER BY id LIMIT 1",
                (row, number) -> NoticeRow.instant(row, "started_at"), notice.id(), notice.round(),
                notice.channel().name()).stream().findFirst();
    }
}

package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Notice;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was tried for a notice. */
@Component
public class Tries {

    private final JdbcTemplate jdbc;

    Tries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of those whose current channel accepted them in their current round, or may have them since then. */
    public Set<Long> sent(List<Notice> notices) {
        if (notices.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.queryForList("SELECT DISTINCT n.id FROM notice n JOIN notice_attempt a"
                        + " FORCE INDEX (ix_notice_attempt_notice) ON a.notice_id = n.id AND a.round = n.round"
                        + " AND a.channel = n.channel WHERE n.id IN ("
                        + String.join(",", Collections.nCopies(notices.size(), "?"))
                        + ") AND a.outcome IN ('ACCEPTED', 'UNKNOWN')",
                Long.class, notices.stream().map(Notice::id).toArray()));
    }

    /** When its current channel was tried first in its current round; empty if it was not, as far as is recorded. */
    public Optional<Instant> first(Notice notice) {
        return jdbc.query("SELECT started_at FROM notice_attempt FORCE INDEX (ix_notice_attempt_notice)"
                        + " WHERE notice_id = ? AND round = ? AND channel = ? ORDER BY id LIMIT 1",
                (row, number) -> NoticeRow.instant(row, "started_at"), notice.id(), notice.round(),
                notice.channel().name()).stream().findFirst();
    }
}

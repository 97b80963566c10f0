package io.zhengxun.registry.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices that tell several things at once, and say so. */
@Component
public class MergedNotices {

    private static final int ROWS_PER_STATEMENT = 500;
    private static final String DECIDED = """
            INSERT INTO notice_decision (notice_id, decision, detail, decided_by, decided_at)
            VALUES (?, ?, ?, 'system', ?)""";

    private final Notices notices;
    private final MergedNoticeMapper mapper;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    MergedNotices(Notices notices, MergedNoticeMapper mapper, JdbcTemplate jdbc, Clock clock) {
        this.notices = notices;
        this.mapper = mapper;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A notice and how many things it tells. */
    public record Merged(NewNotice notice, int things) {}

    /**
     * Queues notices like {@link Notices#queue}; of those that tell more than one thing, that is kept as a decision.
     *
     * @return the notices' ids by their keys
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> queue(List<Merged> merged) {
        if (merged.isEmpty()) {
            return Map.of();
        }
        notices.queue(merged.stream().map(Merged::notice).toList());
        Map<String, Long> ids = new HashMap<>();
        mapper.ids(merged.stream().map(each -> each.notice().key()).toList())
                .forEach(named -> ids.put(named.noticeKey(), named.id()));
        List<Merged> several = merged.stream().filter(each -> each.things() > 1).toList();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(DECIDED, several, ROWS_PER_STATEMENT, (statement, each) -> {
            statement.setLong(1, ids.get(each.notice().key()));
            statement.setString(2, Decision.MERGED.name());
            statement.setString(3, String.valueOf(each.things()));
            statement.setTimestamp(4, now);
        });
        return ids;
    }
}

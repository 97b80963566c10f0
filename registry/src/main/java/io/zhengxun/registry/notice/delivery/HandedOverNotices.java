package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices that waited for contacts who handed their work over: they are the successors' from when they are sent to them. */
@Component
public class HandedOverNotices {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    HandedOverNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The order of what waits for one person stays: the lane remains that of the one who was to be told.
     *
     * @param successors the contact's id by the notice as it was claimed; what was moved meanwhile stays as it is
     */
    @Transactional
    public void redirect(Map<Notice, Long> successors) {
        List<Noted> decisions = new ArrayList<>();
        successors.forEach((notice, successor) -> {
            long before = notice.recipient().id();
            if (jdbc.update("UPDATE notice SET recipient_id = ? WHERE id = ? AND version = ? AND recipient_kind = 'CONTACT'"
                    + " AND recipient_id = ?", successor, notice.id(), notice.version(), before) > 0) {
                decisions.add(new Noted(notice.id(), Decision.REDIRECTED, before + " " + successor));
            }
        });
        DecisionInsert.insertAll(jdbc, decisions, "system", Timestamp.from(clock.instant()));
    }
}

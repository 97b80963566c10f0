package io.zhengxun.registry.notice;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices: written with their cause's handling, sent by the notifier, looked after by staff. */
@Component
public class Notices {

    private final NoticeInsert insert;
    private final Clock clock;

    Notices(NoticeInsert insert, Clock clock) {
        this.insert = insert;
        this.clock = clock;
    }

    /**
     * Queues notices within the caller's transaction. One whose key is there already is not queued again. One for nobody,
     * or without a channel, is written as given up, for the work list: nothing is dropped silently.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(List<NewNotice> notices) {
        if (!notices.isEmpty()) {
            insert.insertAll(notices, clock.instant());
        }
    }
}

package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.NoticeClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes of each notice that it goes out, before it does: only what was noted can be in doubt when a worker goes away. Those that
 * come while one commit lasts share the next one, so that many threads cost little more than one.
 */
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final NoticeClaims claims;
    private final Queue<Departing> waiting = new ConcurrentLinkedQueue<>();

    Departures(NoticeClaims claims) {
        this.claims = claims;
    }

    private static final class Departing {

        private final Notice notice;
        private boolean noted;
        private boolean free;

        Departing(Notice notice) {
            this.notice = notice;
        }
    }

    /** False if somebody else has the notice by now, or the database cannot be asked: then nothing may go out. */
    boolean mayGo(Notice notice) {
        Departing own = new Departing(notice);
        waiting.add(own);
        synchronized (this) {
            if (!own.noted) {
                noteAll();
            }
            return own.free;
        }
    }

    private void noteAll() {
        List<Departing> together = new ArrayList<>();
        for (Departing next = waiting.poll(); next != null; next = waiting.poll()) {
            next.noted = true;
            together.add(next);
        }
        try {
            Set<Long> free = claims.handOver(together.stream().map(one -> one.notice).toList());
            together.forEach(one -> one.free = free.contains(one.notice.id()));
        } catch (RuntimeException databaseAway) {
            LOG.debug("{} notices cannot be noted as going out; they wait.", together.size(), databaseAway);
        }
    }
}

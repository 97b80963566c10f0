package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.chat.Pushes;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.fault.ReportFaults;
import io.zhengxun.standalone.simulator.fault.ReportFaults.Outcome;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the bot what became of messages, as late, as often and in the order that the faults say: a bounded number waits, a
 * bounded number is under way.
 */
@Component
class SendReports {

    private record Report(Account account, String openId, Map<String, Object> fields) {}

    private static final Logger LOG = LoggerFactory.getLogger(SendReports.class);
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_AT_A_TIME = 50;
    /** How long the first of a pair waits for the second, which goes before it. */
    private static final long PAIR_MILLIS = 1000;

    private final Pushes pushes;
    private final FaultSwitch faults;
    private final Accounts accounts;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulator-reports");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Report> due = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final Semaphore free = new Semaphore(MOST_AT_A_TIME);
    private Report firstOfPair;

    SendReports(Pushes pushes, FaultSwitch faults, Accounts accounts) {
        this.pushes = pushes;
        this.faults = faults;
        this.accounts = accounts;
    }

    /** @param blocked whether the user does not want the account's messages */
    void sent(Outgoing message, long messageId, boolean blocked) {
        ReportFaults now = faults.now().reports();
        if (!pushes.isHeard() || ThreadLocalRandom.current().nextInt(100) < now.lostPercent()) {
            return;
        }
        Account account = message.route() == Route.MINI ? accounts.mini() : accounts.mp();
        Outcome outcome = blocked ? Outcome.USER_BLOCK : now.outcome();
        Report report = new Report(account, message.openId(), fields(message, messageId, outcome));
        for (int copy = 0; copy < now.copies(); copy++) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                drop();
            } else {
                schedule(report, now);
            }
        }
    }

    /** Says so now and then: a bot that is away would fill the log. */
    private void drop() {
        long all = dropped.incrementAndGet();
        if (all % MOST_WAITING == 1) {
            LOG.warn("Reports of deliveries are dropped, {} so far: {} wait for the bot already.", all, MOST_WAITING);
        }
    }

    private static Map<String, Object> fields(Outgoing message, long messageId, Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (message.route() == Route.TEMPLATE) {
            fields.put("Event", "TEMPLATESENDJOBFINISH");
            fields.put("MsgID", Long.toString(messageId));
            fields.put("Status", outcome.status());
            return fields;
        }
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("TemplateId", message.template().id());
        sent.put("MsgID", Long.toString(messageId));
        sent.put("ErrorCode", outcome == Outcome.SUCCESS ? "0" : "1");
        sent.put("ErrorStatus", outcome.status());
        fields.put("Event", "subscribe_msg_sent_event");
        fields.put("SubscribeMsgSentEvent", Map.of("List", sent));
        return fields;
    }

    private void schedule(Report report, ReportFaults now) {
        if (now.delayMillis() == 0 && !now.reversed()) {
            become(report);
        } else {
            Runnable work = now.reversed() ? () -> pair(report) : () -> become(report);
            later.schedule(work, now.delayMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The second of two overtakes the first; a first one without a second goes alone after a while. */
    private synchronized void pair(Report report) {
        if (firstOfPair != null) {
            become(report);
            release(firstOfPair);
            return;
        }
        firstOfPair = report;
        later.schedule(() -> release(report), PAIR_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void release(Report report) {
        if (firstOfPair == report) {
            firstOfPair = null;
            become(report);
        }
    }

    private void become(Report report) {
        due.add(report);
        next();
    }

    private void next() {
        while (!due.isEmpty() && free.tryAcquire()) {
            Report report = due.poll();
            if (report == null) {
                free.release();
                return;
            }
            waiting.decrementAndGet();
            push(report);
        }
    }

    private void push(Report report) {
        try {
            pushes.report(report.account(), report.openId(), report.fields(), () -> {
                free.release();
                next();
            });
        } catch (RuntimeException e) {
            LOG.warn("A report of a delivery could not be pushed.", e);
            free.release();
        }
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}

package io.zhengxun.standalone.bench;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The smallest act there is, one event and its entry in the trail, done again and again in one way; counted. */
final class TrailActs {

    private static final Actor ACTOR = new Actor("bench", "示例员工", "CITY_DATA_MANAGER", "192.0.2.7");

    private final String name;
    private final LongConsumer act;
    private long done;
    private long nanos;

    private TrailActs(String name, LongConsumer act) {
        this.name = name;
        this.act = act;
    }

    static TrailActs without(ApplicationContext context) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        Outbox outbox = context.getBean(Outbox.class);
        return new TrailActs(
                "without trail", number -> transaction.executeWithoutResult(status -> outbox.record(event(number))));
    }

    static TrailActs with(ApplicationContext context, String name) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        Outbox outbox = context.getBean(Outbox.class);
        AuditTrail trail = context.getBean(AuditTrail.class);
        return new TrailActs(name, number -> transaction.executeWithoutResult(status -> {
            outbox.record(event(number));
            trail.append(deed(number));
        }));
    }

    String name() {
        return name;
    }

    double perSecond() {
        return done * 1e9 / nanos;
    }

    void reset() {
        done = 0;
        nanos = 0;
    }

    void runOneSecond(int writers) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(1);
        List<Future<Long>> counts = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            counts.add(threads.submit(() -> actUntil(end)));
        }
        try {
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("An act failed", e.getCause());
        } finally {
            threads.shutdown();
        }
        nanos += System.nanoTime() - start;
    }

    private long actUntil(long end) {
        long count = 0;
        while (System.nanoTime() < end) {
            act.accept(count++);
        }
        return count;
    }

    private static Deed.Subject subject(long number) {
        return new Deed.Subject(Deed.Subject.Kind.SUBMISSION, "PC261123-" + number);
    }

    private static OutboxEvent event(long number) {
        return new OutboxEvent("BENCH", subject(number), 1L, "440100", Map.of("stage", "CITY_APPROVED"));
    }

    private static Deed deed(long number) {
        return new Deed(
                ACTOR, "SUBMISSION_APPROVED", subject(number), Map.of("stage", "CITY_REVIEW"),
                Map.of("stage", "CITY_APPROVED"));
    }
}

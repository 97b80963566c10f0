package io.zhengxun.standalone.simulator.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * What was accepted, so that a test can prove that something was accepted exactly once: by recipient and by the sender's own
 * id. Of the latest ones only; the totals count all.
 */
@Component
class AcceptedBook {

    /** @param repetition whether the id was there already, and this is the first one's message id */
    record Receipt(long messageId, boolean repetition) {}

    /**
     * @param effects how many messages it became
     * @param repetitions how many calls were answered without another one
     */
    record Entry(long messageId, Instant at, int effects, int repetitions) {

        private Entry repeated() {
            return new Entry(messageId, at, effects, repetitions + 1);
        }
    }

    /** @param twice how many ids became more than one message */
    record Totals(long count, long repetitions, long refusals, long recipients, long ids, long twice) {}

    /** For one openid and id only one message, for so long (wechat-platform.md 6.2). */
    static final Duration IDEMPOTENT = Duration.ofMinutes(10);

    private static final int MOST_IDS = 300_000;
    private static final int MOST_RECIPIENTS = 200_000;

    private final Map<String, Entry> byId = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> byRecipient = new ConcurrentHashMap<>();
    private final Map<Route, LongAdder> byRoute = new ConcurrentHashMap<>();
    private final LongAdder repetitions = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder twice = new LongAdder();
    private final AtomicLong size = new AtomicLong();

    /** Books a message, unless one of the same id for the same user was accepted within 10 minutes. */
    Receipt accept(Outgoing message, Instant now, LongSupplier becomes) {
        if (message.clientId().isEmpty()) {
            long messageId = becomes.getAsLong();
            count(message);
            return new Receipt(messageId, false);
        }
        String key = message.openId() + '\n' + message.clientId();
        boolean[] repeated = new boolean[1];
        Entry entry = byId.compute(key, (k, known) -> {
            repeated[0] = known != null && now.isBefore(known.at().plus(IDEMPOTENT));
            return repeated[0] ? known.repeated() : another(known, becomes.getAsLong(), now);
        });
        if (repeated[0]) {
            repetitions.increment();
        } else {
            count(message);
            remember(key, entry);
        }
        return new Receipt(entry.messageId(), repeated[0]);
    }

    private static Entry another(Entry known, long messageId, Instant now) {
        return known == null
                ? new Entry(messageId, now, 1, 0)
                : new Entry(messageId, now, known.effects() + 1, known.repetitions());
    }

    /** Books a customer-service message, which has neither id nor template. */
    void spoken(String openId) {
        count(Route.CUSTOM, openId);
    }

    private void count(Outgoing message) {
        count(message.route(), message.openId());
    }

    private void count(Route route, String openId) {
        byRoute.computeIfAbsent(route, first -> new LongAdder()).increment();
        if (byRecipient.size() < MOST_RECIPIENTS || byRecipient.containsKey(openId)) {
            byRecipient.merge(openId, 1L, Long::sum);
        }
    }

    private void remember(String key, Entry entry) {
        if (entry.effects() > 1) {
            if (entry.effects() == 2) {
                twice.increment();
            }
            return;
        }
        oldestFirst.add(key);
        if (size.incrementAndGet() > MOST_IDS) {
            size.decrementAndGet();
            byId.remove(oldestFirst.remove());
        }
    }

    void refused() {
        refusals.increment();
    }

    Totals totals() {
        long count = byRoute.values().stream().mapToLong(LongAdder::sum).sum();
        return new Totals(count, repetitions.sum(), refusals.sum(), byRecipient.size(), byId.size(), twice.sum());
    }

    long countOf(Route route) {
        LongAdder count = byRoute.get(route);
        return count == null ? 0 : count.sum();
    }

    long countFor(String openId) {
        return byRecipient.getOrDefault(openId, 0L);
    }

    /** How many messages an id became, whoever they were for. */
    long countOfId(String clientId) {
        String end = '\n' + clientId;
        return byId.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .mapToLong(entry -> entry.getValue().effects())
                .sum();
    }

    Optional<Entry> find(String openId, String clientId) {
        return Optional.ofNullable(byId.get(openId + '\n' + clientId));
    }

    /** Begins anew; what was accepted may be accepted again. */
    void clear() {
        byId.clear();
        oldestFirst.clear();
        byRecipient.clear();
        byRoute.clear();
        repetitions.reset();
        refusals.reset();
        twice.reset();
        size.set(0);
    }
}

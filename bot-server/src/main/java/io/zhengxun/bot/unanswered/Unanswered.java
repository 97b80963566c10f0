package io.zhengxun.bot.unanswered;

import io.zhengxun.registry.question.Questions;
import io.zhengxun.registry.question.UnansweredQuestion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Collects what was not understood. It never holds up or fails a reply: what does not fit the queue, or cannot be written, is dropped.
 * Its one thread also deletes what is too old to be kept.
 */
@Component
public class Unanswered implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Unanswered.class);
    private static final int CAPACITY = 1000;
    private static final int MOST_AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    /** In pauses: about an hour. */
    private static final long TIDIED_EVERY = 3600;

    private final Questions questions;
    private final Clock clock;
    private final BlockingQueue<UnansweredQuestion> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private Thread writer;

    Unanswered(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Keeps a question, soon; what holds anybody's data that cannot be masked is not kept (Q6). Returns at once and throws nothing.
     *
     * @param text as typed
     * @param guessedCode code of the intent that seemed likeliest
     * @param score how sure that was, between 0 and 1
     */
    public void collect(String text, String guessedCode, double score) {
        try {
            Anonymous.of(text)
                    .map(masked -> new UnansweredQuestion(masked, guessedCode, score, clock.instant()))
                    .ifPresent(waiting::offer);
        } catch (RuntimeException e) {
            log.warn("A question that was not understood is not kept: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        writer = new Thread(this::work, "unanswered");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            writer.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Stops after the web server, which drains first, and before the connection pool. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void work() {
        long rounds = 0;
        try {
            do {
                write();
                if (rounds++ % TIDIED_EVERY == 0) {
                    tidy();
                }
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }

    private void write() {
        List<UnansweredQuestion> some = new ArrayList<>();
        while (waiting.drainTo(some, MOST_AT_ONCE) > 0) {
            try {
                questions.collect(some);
            } catch (RuntimeException e) {
                log.warn("{} questions that were not understood are not kept: {}", some.size(), e.getClass().getSimpleName());
            }
            some.clear();
        }
    }

    private void tidy() {
        try {
            while (isRunning() && questions.forget()) {
                // A bounded part at a time, each in a transaction of its own.
            }
        } catch (RuntimeException e) {
            log.warn("Questions older than they may be kept wait for the next hour: {}", e.getClass().getSimpleName());
        }
    }
}

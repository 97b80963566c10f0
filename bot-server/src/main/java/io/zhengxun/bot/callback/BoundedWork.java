package io.zhengxun.bot.callback;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Works on a bounded number of messages at a time, each until its deadline, and lets a bounded number of repeats wait for them.
 * Nothing queues: who finds no place is told so at once, since an answer that waited its turn would come too late anyway.
 */
@Component
class BoundedWork {

    private static final String REQUEST_THREADS = "server.tomcat.threads.max";
    private static final int REQUEST_THREADS_UNLESS_SET = 200;

    private final Semaphore places;
    private final Semaphore waiting;
    private final Executor threads;

    /** @throws InvalidConfigurationPropertyValueException if no thread would be left to tell the others that all are busy */
    BoundedWork(CallbackSettings settings, Environment environment) {
        requireThreadsToShed(settings, environment);
        places = new Semaphore(settings.places());
        waiting = new Semaphore(settings.waiting());
        // The places bound the pool: a thread is never started for a message without one.
        threads = Threading.VIRTUAL.isActive(environment)
                ? new VirtualThreadTaskExecutor("message-")
                : Executors.newCachedThreadPool(BoundedWork::thread);
    }

    /** A place for one message, to be closed; empty when all are taken. */
    Optional<Place> place() {
        return places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** Waits for what others work on, which holds a request's thread too; empty at once when too many wait already. */
    <T> Optional<T> waiting(Supplier<T> wait) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(wait.get());
        } finally {
            waiting.release();
        }
    }

    /** The right to work on one message. It is free again when the work really ended, even if nobody waits any more. */
    final class Place implements AutoCloseable {

        private boolean handedOver;

        /**
         * Runs the work on a thread of its own; once the deadline passed it is interrupted and its result ignored.
         *
         * @throws TimeoutException when the deadline passed first
         * @throws ExecutionException when the work failed
         */
        String work(Callable<String> work, Deadline deadline) throws TimeoutException, ExecutionException {
            FutureTask<String> task = new FutureTask<>(work);
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    places.release();
                }
            });
            handedOver = true;
            try {
                return task.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ExecutionException(e);
            } finally {
                task.cancel(true);
            }
        }

        @Override
        public void close() {
            if (!handedOver) {
                places.release();
            }
        }
    }

    @PreDestroy
    void close() {
        if (threads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }

    /**
     * Each place and each wait can hold a request's thread until the deadline. Were there no more threads than those, further
     * pushes would queue in the web server, unseen by their deadline, and be answered after WeChat has hung up.
     */
    private static void requireThreadsToShed(CallbackSettings settings, Environment environment) {
        int held = settings.places() + settings.waiting();
        int requests = environment.getProperty(REQUEST_THREADS, Integer.class, REQUEST_THREADS_UNLESS_SET);
        if (requests <= held && !Threading.VIRTUAL.isActive(environment)) {
            throw new InvalidConfigurationPropertyValueException(REQUEST_THREADS, requests,
                    "It must be above zhengxun.callback.places + zhengxun.callback.waiting, which are " + held
                            + " together: some request threads must stay free to tell people that all are busy.");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "message");
        thread.setDaemon(true);
        return thread;
    }
}

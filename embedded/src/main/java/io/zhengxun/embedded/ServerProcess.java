package io.zhengxun.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server program as a child of this JVM, told what to do by one configuration file. */
final class ServerProcess {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_STOP = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 20;

    private final String name;
    private final Path output;
    private Process process;
    private volatile boolean stopped;

    /** @param output where the program's own words go; never this JVM, whose death would then block the program */
    ServerProcess(String name, Path output) {
        this.name = name;
        this.output = output;
    }

    /** Starts the program and waits until it is ready; false if it ended instead. */
    boolean start(ProcessBuilder command, BooleanSupplier ready) {
        Process started = launch(command);
        long deadline = System.nanoTime() + PATIENCE_WITH_START.toNanos();
        while (!ready.getAsBoolean()) {
            if (waited(started, POLL_MILLIS)) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new StartRefused(name + " did not become ready within " + PATIENCE_WITH_START.toSeconds()
                        + " s; its words are in " + output);
            }
        }
        started.onExit().thenAccept(this::tellOfDeath);
        return true;
    }

    /** Runs the program to its end with the given input; its exit code. */
    int run(ProcessBuilder command) {
        Process started = launch(command);
        while (!waited(started, 1000)) {
            log.debug("{} is being set up", name);
        }
        return started.exitValue();
    }

    /** Asks the program to end, which lets it write what it still holds, and insists after a while. */
    void stop() {
        Process running;
        synchronized (this) {
            stopped = true;
            running = process;
        }
        if (running != null && !end(running.toHandle())) {
            log.error("{} (process {}) does not end, not even when killed", name, running.pid());
        }
    }

    /** Ends a process that need not be a child of this JVM; false if it cannot be ended. */
    static boolean end(ProcessHandle running) {
        return end(running, PATIENCE_WITH_STOP);
    }

    /** As above, with that long to end when asked, and again when killed. */
    static boolean end(ProcessHandle running, Duration grace) {
        boolean showsItsProgram = running.info().command().isPresent();
        BooleanSupplier ended = () -> !running.isAlive() || showsItsProgram && isZombie(running);
        running.destroy();
        if (comesWithin(grace, ended)) {
            return true;
        }
        running.destroyForcibly();
        return comesWithin(grace, ended);
    }

    /**
     * Java calls a process alive until its parent has asked for its exit code. An orphan's parent is the machine's first
     * process, and in many containers that one never asks. What ended has no program any more.
     */
    private static boolean isZombie(ProcessHandle process) {
        return process.info().command().isEmpty();
    }

    /** Not onExit(): for another's child it looks only every two seconds. */
    private static boolean comesWithin(Duration grace, BooleanSupplier condition) {
        long deadline = System.nanoTime() + grace.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        return true;
    }

    private synchronized Process launch(ProcessBuilder command) {
        if (stopped) {
            throw new StartRefused(name + " was stopped while it was starting");
        }
        try {
            process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            return process;
        } catch (IOException e) {
            throw new StartRefused(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void tellOfDeath(Process ended) {
        if (!stopped) {
            log.error("{} ended by itself with exit code {}: everything that needs it fails until a restart; its logs are in {}",
                    name, ended.exitValue(), output.getParent());
        }
    }

    private static boolean waited(Process started, long millis) {
        try {
            return started.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted", e);
        }
    }
}

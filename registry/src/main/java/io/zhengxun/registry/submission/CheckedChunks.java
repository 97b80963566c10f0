package io.zhengxun.registry.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads, checks and seals a batch on a thread of its own, a few chunks ahead of the one who stores them: two cores
 * share the work, and no more than those chunks is in memory. Closing it ends the thread, whatever state it is in.
 */
final class CheckedChunks implements AutoCloseable {

    private static final int ROWS_PER_CHUNK = 500;
    /** A cell may hold 32,767 characters: that many in all fields of 500 rows would be 300 MB. */
    private static final int CHARACTERS_PER_CHUNK = 2_000_000;
    private static final int CHUNKS_AHEAD = 4;

    private final BatchFile file;
    private final BatchCheck check;
    private final BlockingQueue<Handover> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread reader = new Thread(this::handOver, "batch-check");

    /** A chunk, or the failure that ended the reading. */
    private record Handover(Chunk chunk, Throwable failure) {}

    private CheckedChunks(BatchFile file, BatchCheck check) {
        this.file = file;
        this.check = check;
    }

    static CheckedChunks start(BatchFile file, BatchCheck check) {
        CheckedChunks chunks = new CheckedChunks(file, check);
        chunks.reader.setDaemon(true);
        chunks.reader.start();
        return chunks;
    }

    /**
     * The next chunk; after {@link Chunk.End} there is none.
     *
     * @throws UnreadableSheet and whatever else ended the reading
     * @throws ReceivingInterrupted if the caller's thread was interrupted
     */
    Chunk next() {
        try {
            Handover handover = handover();
            if (handover.failure() instanceof RuntimeException failure) {
                throw failure;
            } else if (handover.failure() instanceof Error failure) {
                throw failure;
            }
            return handover.chunk();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceivingInterrupted();
        }
    }

    /** Without memory a failure may not even be handed over: then the end of the thread tells. */
    private Handover handover() throws InterruptedException {
        while (true) {
            boolean ended = !reader.isAlive();
            Handover handover = queue.poll(1, TimeUnit.SECONDS);
            if (handover != null) {
                return handover;
            } else if (ended) {
                throw new IllegalStateException("The check of a batch ended without an answer.");
            }
        }
    }

    private void handOver() {
        try {
            readAndCheck();
        } catch (InterruptedException e) {
            // Closed early: nobody waits for more.
        } catch (RuntimeException | Error e) {
            queue.clear();
            queue.offer(new Handover(null, e));
        }
    }

    private void readAndCheck() throws InterruptedException {
        try (BatchSheet sheet = file.open()) {
            List<BatchRow> rows = new ArrayList<>(ROWS_PER_CHUNK);
            int characters = 0;
            for (BatchRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
                characters += row.length();
                if (rows.size() == ROWS_PER_CHUNK || characters >= CHARACTERS_PER_CHUNK) {
                    queue.put(new Handover(check.check(rows), null));
                    rows.clear();
                    characters = 0;
                }
            }
            if (!rows.isEmpty()) {
                queue.put(new Handover(check.check(rows), null));
            }
        }
        if (check.tally().rows() == 0) {
            throw new UnreadableSheet("no-rows");
        }
        Chunk missing = check.missing().orElse(null);
        if (missing != null) {
            queue.put(new Handover(missing, null));
        }
        queue.put(new Handover(new Chunk.End(check.tally()), null));
    }

    @Override
    public void close() {
        reader.interrupt();
        boolean interrupted = Thread.interrupted();
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

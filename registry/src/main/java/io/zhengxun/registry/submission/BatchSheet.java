package io.zhengxun.registry.submission;

/** The rows of a handed-in file, one at a time from the top; blank ones are left out. Used by one thread. */
public interface BatchSheet extends AutoCloseable {

    /**
     * The next row, or null after the last.
     *
     * @throws UnreadableSheet if the file cannot be read on
     */
    BatchRow next();

    @Override
    void close();
}

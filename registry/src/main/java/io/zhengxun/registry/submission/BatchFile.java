package io.zhengxun.registry.submission;

/** A handed-in file of certificate data. What a spreadsheet looks like inside is the application's to know. */
public interface BatchFile {

    byte[] content();

    /** Short name of its format, e.g. {@code xlsx}. */
    String format();

    /**
     * Begins to read from the top; may be done again.
     *
     * @throws UnreadableSheet if it is no sheet of certificate data
     */
    BatchSheet open();
}

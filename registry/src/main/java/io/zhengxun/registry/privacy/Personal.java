package io.zhengxun.registry.privacy;

/**
 * A value that belongs to a person and masks itself (Q6): {@code toString()} of every implementation is
 * {@link #masked()}, so that a log or an exception that mentions the value by accident reveals nothing.
 */
public interface Personal {

    /** The value as it is; only for encryption, blind indexes and the edge that may show it. */
    String plain();

    /** The value as anyone may see it (Q3). */
    String masked();

    /** The one spelling under which equal values are found, whatever way they were typed; never shown, never stored. */
    String canonical();

    /** The kind of data, which keeps blind indexes of different kinds apart. */
    String label();
}

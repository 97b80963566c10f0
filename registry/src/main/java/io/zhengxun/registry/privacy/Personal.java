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
}

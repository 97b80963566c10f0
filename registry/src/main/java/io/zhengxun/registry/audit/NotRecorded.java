package io.zhengxun.registry.audit;

/** The trail could not take an entry; the query must not be answered (Q6). */
public class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecorded(String message) {
        super(message);
    }
}

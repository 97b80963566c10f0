package io.zhengxun.registry.audit;

/** The trail cannot take another entry now; the query must not be answered (Q6). */
public class TrailFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrailFull() {
        super("The query trail is full or stopping: the look-up is refused, it may be repeated later.");
    }
}

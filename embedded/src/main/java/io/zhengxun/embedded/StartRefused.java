package io.zhengxun.embedded;

/**
 * The servers cannot start here, and the message says in one line why and what to do. Meant to be shown as it is; the
 * cause, if there is one, is for the log.
 */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

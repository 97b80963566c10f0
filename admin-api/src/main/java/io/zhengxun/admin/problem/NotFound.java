package io.zhengxun.admin.problem;

/** What was asked for does not exist, or lies outside the account's scope: both are answered alike. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("Not found within the account's scope.");
    }
}

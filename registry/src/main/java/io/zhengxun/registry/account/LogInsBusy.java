package io.zhengxun.registry.account;

/** Too many log-ins at once; nothing was checked, later it may work. */
public class LogInsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogInsBusy() {
        super("Too many passwords are being checked at once.");
    }
}

package io.zhengxun.registry.account;

/** Username, password or one-time code is wrong, or the account is disabled: nobody can learn which. */
public class LogInRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogInRefused() {
        super("The log-in is refused.");
    }
}

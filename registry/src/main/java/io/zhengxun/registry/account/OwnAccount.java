package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** Administrators do not disable their own accounts, nor change their own role. */
public class OwnAccount extends Refusal {

    private static final long serialVersionUID = 1L;

    OwnAccount() {
        super(Kind.CONFLICT, "own-account", "");
    }
}

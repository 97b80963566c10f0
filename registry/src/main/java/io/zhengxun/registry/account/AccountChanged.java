package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** The account was changed by another after it was looked at. */
public class AccountChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountChanged() {
        super(Kind.CONFLICT, "account-changed", "");
    }
}

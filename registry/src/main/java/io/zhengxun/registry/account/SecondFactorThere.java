package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** The account has a second factor already. */
public class SecondFactorThere extends Refusal {

    private static final long serialVersionUID = 1L;

    SecondFactorThere() {
        super(Kind.CONFLICT, "totp-there", "");
    }
}

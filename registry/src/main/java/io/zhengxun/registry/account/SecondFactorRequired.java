package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** The role asks for a second factor: it cannot be removed. */
public class SecondFactorRequired extends Refusal {

    private static final long serialVersionUID = 1L;

    SecondFactorRequired() {
        super(Kind.CONFLICT, "totp-required", "G 25");
    }
}

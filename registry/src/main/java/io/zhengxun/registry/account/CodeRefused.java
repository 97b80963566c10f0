package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** The one-time code is wrong, too old, or was used before. */
public class CodeRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    CodeRefused() {
        super(Kind.INVALID, "totp-code", "G 25");
    }
}

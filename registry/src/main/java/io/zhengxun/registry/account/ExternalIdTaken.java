package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** Another account has this subject of the identity platform. */
public class ExternalIdTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    ExternalIdTaken() {
        super(Kind.CONFLICT, "external-id-taken", "");
    }
}

package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody must be left who can open accounts. */
public class LastAdministrator extends Refusal {

    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super(Kind.CONFLICT, "last-administrator", "");
    }
}

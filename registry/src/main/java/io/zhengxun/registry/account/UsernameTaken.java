package io.zhengxun.registry.account;

import io.zhengxun.registry.refusal.Refusal;

/** A username is unique for ever: acts of the past name it. */
public class UsernameTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    UsernameTaken() {
        super(Kind.CONFLICT, "username-taken", "W4");
    }
}

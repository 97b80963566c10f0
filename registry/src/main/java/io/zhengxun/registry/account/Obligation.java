package io.zhengxun.registry.account;

/** What a person must do before anything else (G 25). */
public enum Obligation {
    CHANGE_PASSWORD,
    SET_UP_TOTP
}

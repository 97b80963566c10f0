package io.zhengxun.registry.account;

/** What holds for all accounts of a role: whether they must log in with a second factor (G 25). */
public record RoleSetting(Role role, boolean totpRequired) {}

package io.zhengxun.registry.account;

/**
 * A person was disabled, or got another role or scope: what the person has begun at a desk is no longer theirs (W3).
 * Published inside the transaction that changes the account; who listens and refuses undoes it.
 *
 * @param account as it was before
 * @param by the administrator
 */
public record WorkEnded(Account account, Staff by) {}

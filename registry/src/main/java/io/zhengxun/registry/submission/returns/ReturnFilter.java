package io.zhengxun.registry.submission.returns;

/**
 * Which returns of a scope are looked for.
 *
 * @param state null for the open ones
 * @param returnedBy null for all
 * @param institutionId null for all
 */
public record ReturnFilter(ReturnState state, ReturningDesk returnedBy, Long institutionId) {}

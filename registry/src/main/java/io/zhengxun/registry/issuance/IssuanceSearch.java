package io.zhengxun.registry.issuance;

import io.zhengxun.registry.account.Scope;

/**
 * A page of a list of issuances.
 *
 * @param state only these; null for all
 * @param after the last one of the page before; null for the first page
 */
public record IssuanceSearch(Scope scope, Issuance.State state, Issuance after, int limit) {}

package io.zhengxun.registry.issuance;

/**
 * The issuance that a person wants to change, as that person saw it.
 *
 * @param version of the state that the person looked at: changing an older one is refused
 */
public record SeenIssuance(String number, int version) {}

package io.zhengxun.registry.institution;

/**
 * An institution that assesses and issues certificates.
 *
 * @param numberPrefix positions 1–13 of every number that it issues (C3)
 * @param regionCode the region to whose centre it belongs; the province's for provincial ones
 * @param phone where holders can ask
 */
public record Institution(long id, String numberPrefix, String name, Tier tier, String regionCode, String phone) {}

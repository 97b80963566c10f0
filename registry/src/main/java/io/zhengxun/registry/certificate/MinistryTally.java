package io.zhengxun.registry.certificate;

/**
 * How far the ministry has come with the rows that a batch carries (R4).
 *
 * @param awaited rows without a receipt
 * @param published rows that stand on the national network
 */
public record MinistryTally(int awaited, int published) {}

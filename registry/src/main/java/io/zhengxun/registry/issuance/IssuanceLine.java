package io.zhengxun.registry.issuance;

/**
 * One row of a file of issuances.
 *
 * @param rowNo counted as a spreadsheet shows it, from 1
 */
public record IssuanceLine(int rowNo, IssuanceForm form) {}

package io.zhengxun.registry.submission;

/**
 * One error of a refused file as its report shows it (C6).
 *
 * @param flawNo its place in the report, from 1: the key by which the report is paged
 * @param rowNo counted as a spreadsheet shows it
 * @param field the column's name
 * @param maskedValue what the cell holds, masked (Q3)
 * @param reason in Chinese: what is wrong and what would be right
 */
public record UploadFlaw(
        int flawNo, int rowNo, String field, String maskedValue, String rule, String code, String reason) {}

package io.zhengxun.registry.submission;

/**
 * What a batch came to when it was checked.
 *
 * @param lateRows reported later than D1, within D8 (T6)
 */
record Tally(int rows, int faultyRows, int flaws, int lateRows) {}

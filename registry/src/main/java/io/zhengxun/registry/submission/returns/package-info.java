/** Returns: the rows that go back to their institution, when it knew of them, and how they came back corrected (R2, R3, T4). */
package io.zhengxun.registry.submission.returns;

/** Returns through the API: rows go back, are received, and come back corrected (R2, R3, T4). */
package io.zhengxun.admin.returns;

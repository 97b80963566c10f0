/** What institutions have issued and must report: registered before the data arrive, so that both clocks are known (T3). */
package io.zhengxun.registry.issuance;

/** Closes the loop: what channels report, and what they do not report in time. */
package io.zhengxun.notifier.confirming;

/** Sends what is due: claims notices per channel, checks that they are still true, hands them over and records the outcome. */
package io.zhengxun.notifier.dispatch;

/** Tells institutions of returns and approaching deadlines; its work comes with a later issue. */
package io.zhengxun.notifier;

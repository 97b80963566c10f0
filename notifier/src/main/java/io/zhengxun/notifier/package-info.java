/** Tells institutions of returns and approaching deadlines, centres of what they owe, holders of what they asked for. */
package io.zhengxun.notifier;

/** The ways to a person: each hands one message over and tells what became of it. */
package io.zhengxun.notifier.channel;

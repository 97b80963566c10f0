/** Makes notices of what has happened: asks for each event of the outbox who is to be told. */
package io.zhengxun.notifier.planning;

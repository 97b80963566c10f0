/** {@code ./understand}: tries, measures and trains the understanding; starts no server. */
package io.zhengxun.understanding.command;

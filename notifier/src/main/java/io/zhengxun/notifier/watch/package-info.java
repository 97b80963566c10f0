/** Starts on working days what is owed then, and checks before it is sent whether it is still true (T5, T7). */
package io.zhengxun.notifier.watch;

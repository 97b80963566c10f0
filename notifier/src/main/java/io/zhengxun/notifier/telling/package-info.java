/** Who is told what of an event, and whether it is still true when it goes out. */
package io.zhengxun.notifier.telling;

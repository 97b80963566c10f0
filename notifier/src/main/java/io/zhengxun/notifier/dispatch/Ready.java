package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.telling.Truth.Verdict;
import io.zhengxun.registry.notice.Notice;

/**
 * A notice that may go out now.
 *
 * @param address where its channel reaches the recipient
 * @param verdict that it is true, and how
 */
record Ready(Notice notice, String address, Verdict verdict) {

    /** Without the address (Q6). */
    @Override
    public String toString() {
        return "Ready[" + notice.id() + "]";
    }
}

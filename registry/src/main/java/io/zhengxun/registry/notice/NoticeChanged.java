package io.zhengxun.registry.notice;

import io.zhengxun.registry.refusal.Refusal;

/** The notice is no longer as the person saw it. */
public class NoticeChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    NoticeChanged() {
        super(Kind.CONFLICT, "notice-changed", "");
    }
}

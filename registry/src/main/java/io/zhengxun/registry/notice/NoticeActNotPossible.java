package io.zhengxun.registry.notice;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What was asked cannot be done with a notice in its present state, or with one that has no recipient. */
public class NoticeActNotPossible extends Refusal {

    private static final long serialVersionUID = 1L;

    NoticeActNotPossible(NoticeState state) {
        super(Kind.CONFLICT, "notice-act-not-possible", "", new DefaultMessageSourceResolvable("notice.state." + state));
    }
}

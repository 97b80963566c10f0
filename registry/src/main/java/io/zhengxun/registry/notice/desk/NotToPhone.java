package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.refusal.Refusal;

/** Holders are told through WeChat only: who they are is not known to those who look after notices (Q6). */
public class NotToPhone extends Refusal {

    private static final long serialVersionUID = 1L;

    NotToPhone() {
        super(Kind.CONFLICT, "not-to-phone", "Q6");
    }
}

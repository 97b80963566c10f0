package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody is to take over from the contact already. */
public class SuccessorThere extends Refusal {

    private static final long serialVersionUID = 1L;

    SuccessorThere() {
        super(Kind.CONFLICT, "contact-successor-there", "");
    }
}

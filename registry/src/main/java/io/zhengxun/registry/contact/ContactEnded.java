package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** The contact has ended: its line stays as it is. */
public class ContactEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    ContactEnded() {
        super(Kind.CONFLICT, "contact-ended", "");
    }
}

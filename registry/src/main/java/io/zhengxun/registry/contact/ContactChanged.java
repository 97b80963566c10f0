package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody changed the contact, or it was bound, after it was looked at. */
public class ContactChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    ContactChanged() {
        super(Kind.CONFLICT, "contact-changed", "");
    }
}

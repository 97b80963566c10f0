package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** The contact is bound already; another person, or another WeChat account, needs a hand-over. */
public class ContactBound extends Refusal {

    private static final long serialVersionUID = 1L;

    ContactBound() {
        super(Kind.CONFLICT, "contact-bound", "");
    }
}

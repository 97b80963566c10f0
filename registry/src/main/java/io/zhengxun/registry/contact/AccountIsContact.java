package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** The account's person is a contact already. */
public class AccountIsContact extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountIsContact() {
        super(Kind.CONFLICT, "account-is-contact", "");
    }
}

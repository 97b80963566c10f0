package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** The invitation was used, taken back, replaced, or has expired. */
public class InvitationClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    InvitationClosed() {
        super(Kind.CONFLICT, "invitation-closed", "");
    }
}

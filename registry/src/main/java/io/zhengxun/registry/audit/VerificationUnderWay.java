package io.zhengxun.registry.audit;

import io.zhengxun.registry.refusal.Refusal;

/** The trail is being verified just now; a second walk would only slow both. */
public class VerificationUnderWay extends Refusal {

    private static final long serialVersionUID = 1L;

    VerificationUnderWay() {
        super(Kind.CONFLICT, "verification-under-way", "");
    }
}

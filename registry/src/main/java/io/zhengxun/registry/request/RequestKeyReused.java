package io.zhengxun.registry.request;

import io.zhengxun.registry.refusal.Refusal;

/** The Idempotency-Key was used for another request before. */
public class RequestKeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    RequestKeyReused() {
        super(Kind.INVALID, "idempotency-key-reused", "");
    }
}

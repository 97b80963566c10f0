package io.zhengxun.registry.request;

import io.zhengxun.registry.refusal.Refusal;

/** The first request with this Idempotency-Key is still being worked on, longer than a second one can wait. */
public class RequestUnderWay extends Refusal {

    private static final long serialVersionUID = 1L;

    RequestUnderWay() {
        super(Kind.CONFLICT, "request-under-way", "");
    }
}

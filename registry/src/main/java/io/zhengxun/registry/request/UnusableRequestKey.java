package io.zhengxun.registry.request;

import io.zhengxun.registry.refusal.Refusal;

/** An Idempotency-Key that is empty, too long, or has characters other than visible ASCII. */
public class UnusableRequestKey extends Refusal {

    private static final long serialVersionUID = 1L;

    UnusableRequestKey(int longest) {
        super(Kind.INVALID, "idempotency-key-unusable", "", String.valueOf(longest));
    }
}

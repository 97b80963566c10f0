package io.zhengxun.registry.contact;

import io.zhengxun.registry.refusal.Refusal;

/** The person got as many test alerts within this hour as may be. */
public class TestedEnough extends Refusal {

    private static final long serialVersionUID = 1L;

    TestedEnough(int most) {
        super(Kind.CONFLICT, "tested-enough", "", String.valueOf(most));
    }
}

package io.zhengxun.registry.question;

import io.zhengxun.registry.refusal.Refusal;

/** As many phrasings are taught as each instance keeps in memory: they belong into the program now. */
public class TaughtEnough extends Refusal {

    private static final long serialVersionUID = 1L;

    TaughtEnough() {
        super(Kind.CONFLICT, "taught-enough", "", String.valueOf(TaughtPhrasings.MOST));
    }
}

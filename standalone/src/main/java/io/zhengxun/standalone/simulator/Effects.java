package io.zhengxun.standalone.simulator;

import java.util.function.LongSupplier;

/**
 * How many messages the bot has really worked on, over all instances and restarts, so that a second effect can be told
 * from a repeated reply.
 */
public final class Effects {

    private final LongSupplier workedOn;

    public Effects(LongSupplier workedOn) {
        this.workedOn = workedOn;
    }

    long count() {
        return workedOn.getAsLong();
    }
}

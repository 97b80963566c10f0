package io.zhengxun.bot.conversation;

import java.util.function.UnaryOperator;

/** A reply, and what is remembered afterwards. */
record Outcome(String reply, Talk talk) {

    Outcome worded(UnaryOperator<String> change) {
        return new Outcome(change.apply(reply), talk);
    }

    @Override
    public String toString() {
        return "Outcome[%s]".formatted(talk);
    }
}

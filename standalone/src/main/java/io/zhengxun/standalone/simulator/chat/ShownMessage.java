package io.zhengxun.standalone.simulator.chat;

import java.time.Instant;
import java.util.List;

/**
 * A line in a phone's chat.
 *
 * @param number counts up within the phone, from 1
 * @param side who speaks
 * @param type the message's type as the platform names it, {@code unavailable} for the platform's own notice
 * @param parts the text, taken apart for showing
 * @param exchange number of the push it belongs to, to look at what was sent
 */
record ShownMessage(long number, Side side, String type, List<Part> parts, Instant at, long exchange) {

    enum Side {
        USER,
        ACCOUNT,
        SYSTEM
    }

    /** What people wrote and read stays out of logs. */
    @Override
    public String toString() {
        return "ShownMessage[" + number + ", " + side + ", " + type + "]";
    }
}

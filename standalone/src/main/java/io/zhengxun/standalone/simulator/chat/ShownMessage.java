package io.zhengxun.standalone.simulator.chat;

import java.time.Instant;
import java.util.List;

/**
 * A line in a phone's chat.
 *
 * @param number counts up within the phone, from 1
 * @param side who speaks
 * @param type the message's type as the platform names it, {@code template} for one of a template, {@code unavailable} for
 *     the platform's own notice
 * @param parts the text, taken apart for showing
 * @param card what a message of a template shows instead; null for all others
 * @param exchange number of the push it belongs to, to look at what was sent; 0 for none
 */
record ShownMessage(long number, Side side, String type, List<Part> parts, Card card, Instant at, long exchange) {

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

package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.chat.ShownMessage.Side;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One user's chat with the account; it keeps the latest lines. */
final class Phone {

    /** The platform's own words when the account does not answer properly (wechat-platform.md 1.6). */
    static final String UNAVAILABLE = "该公众号暂时无法提供服务，请稍后再试";

    private static final int KEPT = 200;

    private final String openId;
    private final String name;
    private final Deque<ShownMessage> messages = new ArrayDeque<>();
    private long last;
    private boolean following;

    Phone(String openId, String name) {
        this.openId = openId;
        this.name = name;
    }

    String openId() {
        return openId;
    }

    String name() {
        return name;
    }

    synchronized boolean following() {
        return following;
    }

    /** Whether this changed anything. */
    synchronized boolean follow(boolean follows) {
        boolean changed = following != follows;
        following = follows;
        return changed;
    }

    synchronized ShownMessage sent(String type, String text, Instant at, long exchange) {
        return add(Side.USER, type, List.of(Part.text(text)), at, exchange);
    }

    /** Shows the account's reply, or nothing to somebody who has stopped following. */
    synchronized void replied(String type, String text, Instant at, long exchange) {
        if (following) {
            add(Side.ACCOUNT, type, RichText.parse(text), at, exchange);
        }
    }

    synchronized void unavailable(Instant at, long exchange) {
        if (following) {
            add(Side.SYSTEM, "unavailable", List.of(Part.text(UNAVAILABLE)), at, exchange);
        }
    }

    synchronized List<ShownMessage> after(long number) {
        return messages.stream().filter(message -> message.number() > number).toList();
    }

    private ShownMessage add(Side side, String type, List<Part> parts, Instant at, long exchange) {
        ShownMessage message = new ShownMessage(++last, side, type, parts, at, exchange);
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.remove();
        }
        return message;
    }
}

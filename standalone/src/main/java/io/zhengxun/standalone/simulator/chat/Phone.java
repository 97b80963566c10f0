package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorSettings.User;
import io.zhengxun.standalone.simulator.chat.ShownMessage.Side;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One user's chat with the account; it keeps the latest lines. */
public final class Phone {

    /** The platform's own words when the account does not answer properly (wechat-platform.md 1.6). */
    static final String UNAVAILABLE = "该公众号暂时无法提供服务，请稍后再试";

    /** Whether the account's messages reach the user (wechat-platform.md 2, 6.5). */
    public enum Hearing {
        ALL,
        /** The user does not want them: accepted, and reported as {@code failed:user block}. */
        BLOCKED,
        /** The user refuses the account: 48002 at once. */
        REFUSED,
        /** The account has blacklisted the user: 43019 at once. */
        BLACKLISTED
    }

    /** Whether the account may speak to the user now (wechat-platform.md 4.2). */
    public enum Leave {
        GRANTED,
        TOO_LATE,
        USED_UP
    }

    private static final int KEPT = 200;

    private final String openId;
    private final String name;
    private final String role;
    private final Deque<ShownMessage> messages = new ArrayDeque<>();
    private long last;
    private long heard;
    private boolean following;
    private Hearing hearing = Hearing.ALL;
    private Trigger trigger;
    private Instant triggeredAt;
    private int spoken;

    Phone(String openId, User user) {
        this.openId = openId;
        this.name = user.name();
        this.role = user.role();
        this.following = user.following();
    }

    public String openId() {
        return openId;
    }

    /** The same person's openid in the mini-program. */
    public String miniOpenId() {
        return Phones.miniOpenId(openId);
    }

    String name() {
        return name;
    }

    String role() {
        return role;
    }

    public synchronized boolean following() {
        return following;
    }

    /** Whether this changed anything. */
    synchronized boolean follow(boolean follows) {
        boolean changed = following != follows;
        following = follows;
        return changed;
    }

    public synchronized Hearing hearing() {
        return hearing;
    }

    synchronized void hear(Hearing changed) {
        hearing = changed;
    }

    /** How many lines came from the account so far: the page tells by it what was not looked at. */
    synchronized long heard() {
        return heard;
    }

    synchronized ShownMessage sent(String type, String text, Instant at, long exchange) {
        return add(new Line(Side.USER, type, List.of(Part.text(text)), null), at, exchange);
    }

    /** Shows the account's reply, or nothing to somebody who has stopped following. */
    synchronized void replied(String type, String text, Instant at, long exchange) {
        if (following) {
            heard++;
            add(new Line(Side.ACCOUNT, type, RichText.parse(text), null), at, exchange);
        }
    }

    /** Shows a message of a template, which the user did not ask for at this moment. */
    public synchronized void notified(Card card, Instant at) {
        heard++;
        add(new Line(Side.ACCOUNT, "template", List.of(), card), at, 0);
    }

    synchronized void unavailable(Instant at, long exchange) {
        if (following) {
            add(new Line(Side.SYSTEM, "unavailable", List.of(Part.text(UNAVAILABLE)), null), at, exchange);
        }
    }

    /** The newest thing that the user did decides how often the account may speak. */
    synchronized void triggered(Trigger by, Instant at) {
        trigger = by;
        triggeredAt = at;
        spoken = 0;
    }

    /** Shows a message of the account if it may speak now. */
    public synchronized Leave told(String type, String text, Instant at) {
        if (trigger == null || !at.isBefore(triggeredAt.plus(trigger.within()))) {
            return Leave.TOO_LATE;
        }
        if (spoken >= trigger.messages()) {
            return Leave.USED_UP;
        }
        spoken++;
        replied(type, text, at, 0);
        return Leave.GRANTED;
    }

    synchronized List<ShownMessage> after(long number) {
        return messages.stream().filter(message -> message.number() > number).toList();
    }

    /** The web address behind a line that is still there: the card's, or the first in the text. */
    public synchronized Optional<String> linkOf(long number) {
        return messages.stream()
                .filter(message -> message.number() == number)
                .flatMap(message -> message.card() != null
                        ? Stream.of(message.card().link())
                        : message.parts().stream().filter(part -> part.kind() == Part.Kind.LINK).map(Part::target))
                .filter(link -> link.startsWith("http://") || link.startsWith("https://"))
                .findFirst();
    }

    private record Line(Side side, String type, List<Part> parts, Card card) {}

    private ShownMessage add(Line line, Instant at, long exchange) {
        ShownMessage message =
                new ShownMessage(++last, line.side(), line.type(), line.parts(), line.card(), at, exchange);
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.remove();
        }
        return message;
    }
}

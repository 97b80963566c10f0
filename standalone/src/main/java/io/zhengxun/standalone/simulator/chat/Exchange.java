package io.zhengxun.standalone.simulator.chat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push with all its attempts, as they happen. */
final class Exchange {

    private final long number;
    private final String openId;
    private final String plainXml;
    private final Instant at;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    Exchange(long number, String openId, String plainXml, Instant at) {
        this.number = number;
        this.openId = openId;
        this.plainXml = plainXml;
        this.at = at;
    }

    long number() {
        return number;
    }

    String openId() {
        return openId;
    }

    String plainXml() {
        return plainXml;
    }

    Instant at() {
        return at;
    }

    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    void add(Attempt attempt) {
        attempts.add(attempt);
    }
}

package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.wire.Account;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push with all its attempts, as they happen. */
final class Exchange {

    private final long number;
    private final Account account;
    private final String openId;
    private final String plainXml;
    private final Instant at;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    Exchange(long number, Account account, String openId, String plainXml, Instant at) {
        this.number = number;
        this.account = account;
        this.openId = openId;
        this.plainXml = plainXml;
        this.at = at;
    }

    long number() {
        return number;
    }

    /** Whose user that is. */
    Account account() {
        return account;
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

package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
import io.zhengxun.standalone.simulator.wire.MessageXml;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns what users do into pushes to the bot, a bounded number at a time. */
@Component
public class Pushes {

    /** Message ids of the platform are larger than 2^53, where a double no longer counts exactly. */
    private static final long FIRST_MESSAGE_ID = 24_000_000_000_000_000L;
    private static final int MOST_AT_A_TIME = 200;

    private final FaultSwitch faults;
    private final Exchanges exchanges;
    private final BotLine line;
    private final Accounts accounts;
    private final AtomicLong messageIds;
    private final Semaphore free = new Semaphore(MOST_AT_A_TIME);

    Pushes(FaultSwitch faults, Exchanges exchanges, BotLine line, Accounts accounts) {
        this.faults = faults;
        this.exchanges = exchanges;
        this.line = line;
        this.accounts = accounts;
        // The bot remembers ids for hours, over a restart of both: a new run must not begin where the last one did.
        this.messageIds = new AtomicLong(FIRST_MESSAGE_ID + line.now().toEpochMilli() * 1000);
    }

    /** Sends it on its way and returns the line in the sender's own chat. */
    ShownMessage send(Phone phone, Draft draft) {
        Instant now = line.now();
        Trigger.of(draft).ifPresent(trigger -> phone.triggered(trigger, now));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("MsgType", draft.type());
        fields.putAll(draft.body());
        if (!draft.isEvent()) {
            fields.put("MsgId", Long.toString(messageIds.incrementAndGet()));
        }
        return push(phone, accounts.mp(), fields, draft.shown());
    }

    /** The user holds the phone at one of the account's QR codes; who does not follow yet does from now on. */
    public void scan(Phone phone, String scene, String ticket) {
        boolean fresh = phone.follow(true);
        send(phone, Draft.scan(fresh, scene, ticket));
    }

    /** An event that a user caused at one of the accounts; its own chat shows it by its name. */
    public void event(Phone phone, Account account, Map<String, Object> fields) {
        push(phone, account, eventFields(fields), String.valueOf(fields.get("Event")));
    }

    private ShownMessage push(Phone phone, Account account, Map<String, Object> fields, String shown) {
        Instant now = line.now();
        String openId = accounts.isMini(account) ? phone.miniOpenId() : phone.openId();
        String xml = xml(account, openId, fields, now);
        if (!line.leadsToABot()) {
            return phone.sent(String.valueOf(fields.get("MsgType")), shown, now, 0);
        }
        if (!free.tryAcquire()) {
            throw new SimulatorRefusal(HttpStatus.TOO_MANY_REQUESTS, "platform-busy");
        }
        try {
            Exchange exchange = exchanges.open(account, openId, xml, now);
            ShownMessage line = phone.sent(String.valueOf(fields.get("MsgType")), shown, now, exchange.number());
            new Delivery(phone, exchange, faults.now(), this.line).start(free::release);
            return line;
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** An event of the platform's own about one of the account's users: nobody's chat shows it, or its answer. */
    public void report(Account account, String openId, Map<String, Object> fields, Runnable done) {
        Instant now = line.now();
        Exchange exchange = exchanges.open(account, openId, xml(account, openId, eventFields(fields), now), now);
        new Delivery(null, exchange, faults.now(), line).start(done);
    }

    /** Whether there is a bot that could hear of anything. */
    public boolean isHeard() {
        return line.leadsToABot();
    }

    private static Map<String, Object> eventFields(Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("MsgType", "event");
        all.putAll(fields);
        return all;
    }

    private static String xml(Account account, String openId, Map<String, Object> fields, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ToUserName", account.originalId());
        all.put("FromUserName", openId);
        all.put("CreateTime", Long.toString(now.getEpochSecond()));
        all.putAll(fields);
        try {
            return MessageXml.write(all);
        } catch (IllegalArgumentException e) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-request");
        }
    }
}

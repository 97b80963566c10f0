package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.wire.Account;
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
class Pushes {

    /** Message ids of the platform are larger than 2^53, where a double no longer counts exactly. */
    private static final long FIRST_MESSAGE_ID = 24_000_000_000_000_000L;
    private static final int MOST_AT_A_TIME = 200;

    private final FaultSwitch faults;
    private final Exchanges exchanges;
    private final BotLine line;
    private final Account account;
    private final AtomicLong messageIds;
    private final Semaphore free = new Semaphore(MOST_AT_A_TIME);

    Pushes(FaultSwitch faults, Exchanges exchanges, BotLine line, Account account) {
        this.faults = faults;
        this.exchanges = exchanges;
        this.line = line;
        this.account = account;
        // The bot remembers ids for hours, over a restart of both: a new run must not begin where the last one did.
        this.messageIds = new AtomicLong(FIRST_MESSAGE_ID + line.now().toEpochMilli() * 1000);
    }

    /** Sends it on its way and returns the line in the sender's own chat. */
    ShownMessage send(Phone phone, Draft draft) {
        if (!free.tryAcquire()) {
            throw new SimulatorRefusal(HttpStatus.TOO_MANY_REQUESTS, "platform-busy");
        }
        try {
            Instant now = line.now();
            Exchange exchange = exchanges.open(phone.openId(), xml(phone, draft, now), now);
            ShownMessage shown = phone.sent(draft.type(), draft.shown(), now, exchange.number());
            new Delivery(phone, exchange, faults.now(), line).start(free::release);
            return shown;
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private String xml(Phone phone, Draft draft, Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ToUserName", account.originalId());
        fields.put("FromUserName", phone.openId());
        fields.put("CreateTime", Long.toString(now.getEpochSecond()));
        fields.put("MsgType", draft.type());
        fields.putAll(draft.body());
        if (!draft.isEvent()) {
            fields.put("MsgId", Long.toString(messageIds.incrementAndGet()));
        }
        try {
            return MessageXml.write(fields);
        } catch (IllegalArgumentException e) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-request");
        }
    }
}

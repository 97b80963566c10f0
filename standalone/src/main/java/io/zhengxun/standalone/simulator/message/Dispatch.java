package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.message.AcceptedBook.Receipt;
import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Takes a message as the platform does: its form, whom it is for, whether it was there already, how many there may be. */
@Component
class Dispatch {

    /** Larger than 2^53, where a double no longer counts exactly. */
    private static final long FIRST_MESSAGE_ID = 3_000_000_000_000_000_000L;

    private final Templates templates;
    private final Phones phones;
    private final AcceptedBook book;
    private final Clock clock;
    private final AtomicLong messageIds;

    Dispatch(Templates templates, Phones phones, AcceptedBook book, Clock clock) {
        this.templates = templates;
        this.phones = phones;
        this.book = book;
        this.clock = clock;
        this.messageIds = new AtomicLong(FIRST_MESSAGE_ID + clock.millis() * 1000);
    }

    Map<String, Object> send(Route route, PlatformCall call) {
        try {
            Outgoing message = Outgoing.read(route, call, templates);
            requireFollower(message.openId());
            Receipt receipt = book.accept(message, clock.instant(), messageIds::incrementAndGet);
            return accepted(receipt.messageId());
        } catch (PlatformError refusal) {
            book.refused();
            throw refusal;
        }
    }

    private void requireFollower(String openId) {
        if (!phones.knows(openId)) {
            throw new PlatformError(PlatformError.BAD_OPEN_ID);
        }
        if (!phones.follows(openId)) {
            throw new PlatformError(PlatformError.NOT_FOLLOWING);
        }
    }

    private static Map<String, Object> accepted(long messageId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errcode", 0);
        fields.put("errmsg", "ok");
        fields.put("msgid", messageId);
        return fields;
    }
}

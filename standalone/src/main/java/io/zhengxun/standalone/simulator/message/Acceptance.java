package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.chat.Card;
import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phone.Hearing;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.message.AcceptedBook.Receipt;
import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Takes a message as the platform does: its form, whom it is for, whether it was there already, how many there may be. */
@Component
class Acceptance {

    /** Larger than 2^53, where a double no longer counts exactly. */
    private static final long FIRST_MESSAGE_ID = 3_000_000_000_000_000_000L;

    private final TemplateLibrary templates;
    private final Addressees addressees;
    private final Agreements agreements;
    private final SendQuotas quotas;
    private final AcceptedBook book;
    private final SendReports reports;
    private final FaultSwitch faults;
    private final Clock clock;
    private final AtomicLong messageIds;

    Acceptance(
            TemplateLibrary templates,
            Addressees addressees,
            Agreements agreements,
            SendQuotas quotas,
            AcceptedBook book,
            SendReports reports,
            FaultSwitch faults,
            Clock clock) {
        this.templates = templates;
        this.addressees = addressees;
        this.agreements = agreements;
        this.quotas = quotas;
        this.book = book;
        this.reports = reports;
        this.faults = faults;
        this.clock = clock;
        this.messageIds = new AtomicLong(FIRST_MESSAGE_ID + clock.millis() * 1000);
    }

    /**
     * The answer to a message of a template.
     *
     * @throws PlatformError if it is refused
     */
    Map<String, Object> send(Route route, PlatformCall call) {
        Instant now = clock.instant();
        try {
            quotas.call(call.account(), now);
            addressees.requireRoute(route, call.account());
            Outgoing message = Outgoing.read(route, call, templates);
            Optional<Phone> phone = addressees.require(route, message.openId());
            Receipt receipt = book.accept(message, now, () -> takenUp(message, call, now));
            if (receipt.repetition()) {
                repeated();
            } else {
                deliver(message, receipt.messageId(), phone);
            }
            return accepted(receipt.messageId());
        } catch (PlatformError refusal) {
            book.refused();
            throw refusal;
        }
    }

    /** What the message costs, and the id under which it goes. */
    private long takenUp(Outgoing message, PlatformCall call, Instant now) {
        quotas.message(call.account(), now);
        if (message.route().needsConsent()) {
            agreements.take(message);
        }
        return messageIds.incrementAndGet();
    }

    private void repeated() {
        if (faults.now().limits().repetitionRefused()) {
            throw new PlatformError(PlatformError.REPEATED);
        }
    }

    private void deliver(Outgoing message, long messageId, Optional<Phone> phone) {
        boolean blocked = phone.map(Phone::hearing).orElse(Hearing.ALL) == Hearing.BLOCKED;
        if (!blocked) {
            phone.ifPresent(shown -> shown.notified(card(message), clock.instant()));
        }
        reports.sent(message, messageId, blocked);
    }

    private static Card card(Outgoing message) {
        List<Card.Line> lines = message.template().fields().stream()
                .map(field -> new Card.Line(field.label(), message.values().get(field.key())))
                .toList();
        return new Card(message.route().name(), message.template().title(), lines, message.link());
    }

    static Map<String, Object> accepted(long messageId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errcode", 0);
        fields.put("errmsg", "ok");
        fields.put("msgid", messageId);
        return fields;
    }
}

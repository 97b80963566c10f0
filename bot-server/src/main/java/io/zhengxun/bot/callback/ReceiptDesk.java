package io.zhengxun.bot.callback;

import io.zhengxun.bot.receipt.Receipts;
import io.zhengxun.bot.receipt.Source;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Takes down what WeChat reports, within the deadline, past the inbox: that answers a message with a polite line when it cannot
 * be worked on, and a report answered so would be lost.
 */
@Component
class ReceiptDesk {

    private final Receipts receipts;
    private final Inbox inbox;
    private final BoundedWork work;

    ReceiptDesk(Receipts receipts, Inbox inbox, BoundedWork work) {
        this.receipts = receipts;
        this.inbox = inbox;
        this.work = work;
    }

    /**
     * False when something is reported that is not committed: WeChat must not be told then that it arrived.
     *
     * @throws RefusedPush when another message passed with the same timestamp and nonce
     */
    boolean taken(Source source, Letter letter, Deadline deadline) {
        if (!Receipts.hasOne(letter.message())) {
            return true;
        }
        inbox.admit(letter);
        Optional<BoundedWork.Place> place = work.place();
        return place.isPresent() && committed(place.get(), source, letter, deadline);
    }

    private boolean committed(BoundedWork.Place place, Source source, Letter letter, Deadline deadline) {
        try (place) {
            place.work(() -> {
                receipts.take(source, letter.message());
                return "";
            }, deadline);
            return true;
        } catch (TimeoutException e) {
            FailureLog.notTaken(e);
        } catch (ExecutionException e) {
            FailureLog.notTaken(e.getCause());
        }
        return false;
    }

    /** Whether nothing but the report was in it. In the mini-program nobody is answered this way (wechat-platform 2). */
    boolean isAll(Source source, Letter letter) {
        return source == Source.MINI_PROGRAM || Receipts.isAll(letter.message());
    }
}

package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.notice.NoticeDelivered;
import io.zhengxun.registry.notice.NoticeGaveUp;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The confirmed delivery of a notice of return is evidence of its receipt (T4), committed with it; and nobody is phoned about
 * one that failed once the receipt is known.
 */
@Component
class DeliveredReturns {

    private final NotifyingInstitution notifying;
    private final Returns returns;
    private final ReceiptNotes notes;
    private final Notices notices;

    DeliveredReturns(NotifyingInstitution notifying, Returns returns, ReceiptNotes notes, Notices notices) {
        this.notifying = notifying;
        this.returns = returns;
        this.notes = notes;
        this.notices = notices;
    }

    /** An acknowledgement brings evidence of its own, with the person who gave it. */
    @EventListener
    void delivered(NoticeDelivered notice) {
        boolean reported = notice.kind() == NoticeKind.RETURN && !notice.acknowledged();
        if (reported && returns.findByNumber(notice.subject().key()).isPresent()) {
            notifying.delivered(notice.subject().key(), notice.at(), notes.delivered(notice));
        }
    }

    /** Held, so that of a receipt that is recorded at this moment one of both sees the other. */
    @EventListener
    void gaveUp(NoticeGaveUp notice) {
        boolean known = notice.kind() == NoticeKind.RETURN
                && returns.locked(notice.subject().key()).filter(found -> found.notifiedAt() != null).isPresent();
        if (known) {
            notices.outdate(NoticeKind.RETURN, notice.subject(), "RECEIVED");
        }
    }
}

package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.notice.NoticeDelivered;
import io.zhengxun.registry.notice.NoticeKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The confirmed delivery of a notice of return is evidence of its receipt (T4), committed with it. */
@Component
class DeliveredReturns {

    private final NotifyingInstitution notifying;
    private final Returns returns;
    private final ReceiptNotes notes;

    DeliveredReturns(NotifyingInstitution notifying, Returns returns, ReceiptNotes notes) {
        this.notifying = notifying;
        this.returns = returns;
        this.notes = notes;
    }

    /** An acknowledgement brings evidence of its own, with the person who gave it. */
    @EventListener
    void delivered(NoticeDelivered notice) {
        boolean reported = notice.kind() == NoticeKind.RETURN && !notice.acknowledged();
        if (reported && returns.findByNumber(notice.subject().key()).isPresent()) {
            notifying.delivered(notice.subject().key(), notice.at(), notes.delivered(notice));
        }
    }
}

package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.desk.OrderedNotice;
import io.zhengxun.registry.notice.desk.PhoneCall;
import io.zhengxun.registry.notice.desk.SteeringNotices;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Receipt;
import io.zhengxun.registry.submission.returns.NotifyingInstitution.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff tell by telephone what a notice says, where nothing else reaches. Of a notice of return it is evidence that the
 * institution received it, from whose day on the correction is due (T4).
 */
@Component
public class PhoningInstitution {

    private final SteeringNotices notices;
    private final Returns returns;
    private final NotifyingInstitution notifying;

    PhoningInstitution(SteeringNotices notices, Returns returns, NotifyingInstitution notifying) {
        this.notices = notices;
        this.returns = returns;
        this.notifying = notifying;
    }

    /**
     * Notice and return, both or neither. A return whose receipt is known already keeps its evidence: the first counts. Where
     * the person's centre is not the one that passes the return on, the call is kept with the notice only.
     *
     * @throws io.zhengxun.registry.refusal.Refusal as {@link SteeringNotices#phoned} and
     *     {@link NotifyingInstitution#recordReceipt}
     */
    @Transactional
    public Notice call(OrderedNotice ordered, PhoneCall call, Staff by) {
        // First the notice, as whoever records a delivery does: so nobody waits for the other.
        Notice told = notices.phoned(ordered, call, by);
        if (told.kind() == NoticeKind.RETURN) {
            Return found = returns.visible(told.subject().key(), by.scope());
            if (MovingReturns.possible(found, by).contains(ReturnAct.RECORD_RECEIPT)) {
                notifying.recordReceipt(
                        new OrderedReturn(found.number(), found.version()),
                        new Receipt(Way.PHONE, LegalTime.dayOf(call.at()), call.told()),
                        by);
            }
        }
        return told;
    }
}

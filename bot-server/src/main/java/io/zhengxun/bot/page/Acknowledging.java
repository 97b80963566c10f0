package io.zhengxun.bot.page;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.submission.returns.NotifyingInstitution;
import org.springframework.stereotype.Component;

/** A contact says by tapping that the notice of a return arrived: evidence that starts the institution's clock (T4). */
@Component
class Acknowledging {

    private final NotifyingInstitution notifying;
    private final Notices notices;
    private final OnceOnly inTransaction;

    Acknowledging(NotifyingInstitution notifying, Notices notices, OnceOnly inTransaction) {
        this.notifying = notifying;
        this.notices = notices;
        this.inTransaction = inTransaction;
    }

    static boolean isPossible(ShownNotice shown) {
        return shown.notice().kind() == NoticeKind.RETURN && shown.contact().isPresent();
    }

    /**
     * Again, or by two at once, it is one acknowledgement.
     *
     * @param address the network address from which it was tapped
     * @throws Absent if it is not the notice of a return, or nobody of the institution's looks at it
     */
    void acknowledge(ShownNotice shown, String address) {
        if (!isPossible(shown)) {
            throw new Absent();
        }
        Notice notice = shown.notice();
        Contact contact = shown.contact().orElseThrow();
        inTransaction.run(null, Boolean.class, () -> {
            // First the notice, as whoever records a delivery does: so nobody waits for the other.
            boolean first = notices.acknowledge(notice.id());
            notifying.acknowledgeByContact(
                    notice.subject().key(), contact, new NotifyingInstitution.Tap(notice.id(), address));
            return first;
        });
    }
}

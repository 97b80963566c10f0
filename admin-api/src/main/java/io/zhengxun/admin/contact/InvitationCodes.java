package io.zhengxun.admin.contact;

import io.zhengxun.admin.contact.InvitationController.InvitationView;
import io.zhengxun.registry.contact.InvitationClosed;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.InvitingContact.Issued;
import io.zhengxun.wechat.QrCodes;
import io.zhengxun.wechat.QrCodes.QrCode;
import io.zhengxun.wechat.WeChatFailure;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gets the QR codes of invitations from WeChat: they end with their invitations. */
@Component
class InvitationCodes {

    private static final Logger log = LoggerFactory.getLogger(InvitationCodes.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final QrCodes codes;
    private final Invitations invitations;
    private final Clock clock;

    InvitationCodes(QrCodes codes, Invitations invitations, Clock clock) {
        this.codes = codes;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Not within a transaction: WeChat is asked.
     *
     * @throws InvitationClosed if the request is an old one's repetition, and its invitation is not open any more
     * @throws WeChatAway if WeChat gives no code; the next time it may
     */
    InvitationView of(long contactId, Issued issued) {
        invitations.requireOpen(contactId, issued.id());
        Duration left = Duration.between(clock.instant(), issued.expiresAt());
        try {
            QrCode code = codes.create(issued.scene(), left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
            return new InvitationView(ContactViews.moment(issued.expiresAt()), code.image().toString(), code.content());
        } catch (WeChatFailure e) {
            log.warn("An invitation waits to be issued again: {}.", e.getMessage());
            throw new WeChatAway();
        }
    }
}

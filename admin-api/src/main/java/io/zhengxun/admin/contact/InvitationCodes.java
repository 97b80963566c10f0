package io.zhengxun.admin.contact;

import io.zhengxun.admin.contact.InvitationController.InvitationView;
import io.zhengxun.registry.contact.InvitationClosed;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.InvitingContact.Issued;
import java.time.Clock;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpQrcodeService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gets the QR codes of invitations from WeChat: they end with their invitations. */
@Component
class InvitationCodes {

    private static final Logger log = LoggerFactory.getLogger(InvitationCodes.class);

    private final WxMpQrcodeService codes;
    private final Invitations invitations;
    private final Clock clock;

    InvitationCodes(WxMpService weChat, Invitations invitations, Clock clock) {
        this.codes = weChat.getQrcodeService();
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
        long seconds = Math.max(1, Duration.between(clock.instant(), issued.expiresAt()).toSeconds());
        try {
            WxMpQrCodeTicket code = codes.qrCodeCreateTmpTicket(issued.scene(), Math.toIntExact(seconds));
            return new InvitationView(
                    ContactViews.moment(issued.expiresAt()), codes.qrCodePictureUrl(code.getTicket()), code.getUrl());
        } catch (WxErrorException e) {
            log.warn("WeChat gave no QR code (error {}); the invitation waits to be issued again.",
                    e.getError().getErrorCode());
            throw new WeChatAway();
        } catch (RuntimeException e) {
            // Only its kind: WxJava's messages contain addresses with tokens.
            log.warn("WeChat gave no QR code ({}); the invitation waits to be issued again.", e.getClass().getSimpleName());
            throw new WeChatAway();
        }
    }
}

package io.zhengxun.notifier.confirming;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.wechat.Followers;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.wechat.WeChatFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks WeChat whether somebody whom a template message did not reach follows the account at all. */
@Component
class FollowerCheck {

    private final Contacts contacts;
    private final ObjectProvider<Followers> followers;
    private final Clock clock;

    FollowerCheck(Contacts contacts, ObjectProvider<Followers> followers, Clock clock) {
        this.contacts = contacts;
        this.followers = followers;
        this.clock = clock;
    }

    /** Questions are asked one by one: for so long at most, and none after the first that WeChat does not answer. */
    Asking asking(Duration atMost) {
        return new Asking(System.nanoTime() + atMost.toNanos());
    }

    /** Some notices' recipients, as long as WeChat answers. */
    final class Asking {

        private final long end;
        private boolean over;

        private Asking(long end) {
            this.end = end;
        }

        /** Whether WeChat says that the recipient left; staff are then warned. False if it does not say. */
        boolean hasLeft(Notice notice) {
            over |= System.nanoTime() - end >= 0;
            return !over && openId(notice.recipient()).filter(this::left).isPresent();
        }

        private boolean left(String openId) {
            Instant asked = clock.instant();
            try {
                if (follows(openId)) {
                    return false;
                }
            } catch (WeChatFailure weChatDoesNotSay) {
                over = true;
                return false;
            }
            contacts.markUnfollowed(openId, asked);
            return true;
        }
    }

    private Optional<String> openId(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.CONTACT
                ? contacts.find(recipient.id()).filter(Contact::isFollowing).map(contact -> contact.addresses().openId())
                : Optional.empty();
    }

    /** @throws WeChatFailure if WeChat does not say */
    boolean follows(String openId) {
        Followers known = followers.getIfAvailable();
        return known == null || known.follows(new OpenId(openId));
    }
}

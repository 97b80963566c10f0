package io.zhengxun.notifier.confirming;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.wechat.Followers;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.wechat.WeChatFailure;
import java.time.Clock;
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

    /** Whether WeChat says that the recipient left; staff are then warned. False if it does not say. */
    boolean hasLeft(Notice notice) {
        return openId(notice.recipient()).filter(this::left).isPresent();
    }

    private Optional<String> openId(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.CONTACT
                ? contacts.find(recipient.id()).filter(Contact::isFollowing).map(contact -> contact.addresses().openId())
                : Optional.empty();
    }

    private boolean left(String openId) {
        Followers known = followers.getIfAvailable();
        try {
            if (known == null || known.follows(new OpenId(openId))) {
                return false;
            }
        } catch (WeChatFailure weChatDoesNotSay) {
            return false;
        }
        contacts.markUnfollowed(openId, clock.instant());
        return true;
    }
}

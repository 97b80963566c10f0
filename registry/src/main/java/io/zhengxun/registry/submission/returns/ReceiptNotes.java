package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.notice.NoticeDelivered;
import io.zhengxun.registry.notice.Recipient;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How an institution came to know of a return, as the evidence says it: by which notice, which way and who (T4). */
@Component
class ReceiptNotes {

    private final MessageSource messages;
    private final Contacts contacts;

    ReceiptNotes(MessageSource messages, Contacts contacts) {
        this.messages = messages;
        this.contacts = contacts;
    }

    String delivered(NoticeDelivered notice) {
        Recipient to = notice.recipient();
        Optional<Contact> person = to.kind() == Recipient.Kind.CONTACT ? contacts.find(to.id()) : Optional.empty();
        return text("return.evidence.delivered", String.valueOf(notice.noticeId()),
                text("notice.channel." + notice.channel()), person.map(Contact::name).orElse(""));
    }

    String tapped(long noticeId, Contact by) {
        return text("return.evidence.tapped", String.valueOf(noticeId), by.name());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ROOT);
    }
}

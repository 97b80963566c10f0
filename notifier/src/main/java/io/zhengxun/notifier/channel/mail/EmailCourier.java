package io.zhengxun.notifier.channel.mail;

import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.notice.text.NoticeText;
import io.zhengxun.registry.notice.text.NoticeTexts;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * E-mail: plain text with a link. That a server took it is the last that is known of it. Without {@code spring.mail.host} or a
 * sender the channel is not configured.
 */
@Component
class EmailCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(EmailCourier.class);

    private final JavaMailSender server;
    private final MailSettings settings;
    private final NoticeTexts texts;
    private final PublicAddress pages;

    EmailCourier(
            ObjectProvider<JavaMailSender> server, MailSettings settings, NoticeTexts texts, PublicAddress pages) {
        this.server = server.getIfAvailable();
        this.settings = settings;
        this.texts = texts;
        this.pages = pages;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isConfigured(NoticeKind kind) {
        return server != null && !settings.isEmpty();
    }

    @Override
    public Outcome send(Message message) {
        Letter letter;
        try {
            letter = letter(message);
        } catch (MessagingException e) {
            return Outcome.of(Outcome.Result.RECIPIENT, "address");
        } catch (RuntimeException e) {
            // Nothing has gone out, which an exception would leave open.
            LOG.error("Notice {} cannot be put into an e-mail ({}); it goes on by its next channel.", message.noticeId(),
                    e.getClass().getSimpleName());
            return Outcome.of(Outcome.Result.CONTENT, "not written");
        }
        try {
            server.send(letter);
            return Outcome.accepted(message.idempotencyId());
        } catch (MailException e) {
            return MailFailure.outcome(e, letter.isHandedOver());
        }
    }

    private Letter letter(Message message) throws MessagingException {
        NoticeText text = texts.of(message.kind(), message.facts());
        String link = pages.ofNotice(message.noticeId()).orElse("");
        Letter letter = Letter.of(settings.from(), message.address(), text.subject(), texts.mail(text, link));
        letter.setMessageId(message.idempotencyId());
        return letter;
    }
}

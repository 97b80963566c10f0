package io.zhengxun.standalone.simulator.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes e-mails for everybody and keeps the latest. */
@Component
class MailSink {

    private static final int KEPT = 200;
    private static final String EVERYBODY = "everybody@localhost";

    private final MailSettings settings;
    private final Clock clock;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long last;
    private GreenMail server;

    MailSink(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() throws UserException {
        if (settings.port() == 0) {
            return;
        }
        server = new GreenMail(new ServerSetup(settings.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        UserManager users = server.getUserManager();
        GreenMailUser everybody = users.createUser(EVERYBODY, EVERYBODY, "");
        users.setMessageDeliveryHandler((message, recipient) -> {
            take(message, recipient);
            return everybody;
        });
    }

    private synchronized void take(MovingMessage message, MailAddress recipient) throws MessagingException {
        MimeMessage mime = message.getMessage();
        String subject = mime.getSubject() == null ? "" : mime.getSubject();
        String from = String.valueOf(message.getReturnPath());
        mails.add(new Mail(++last, from, recipient.getEmail(), subject, text(mime), clock.instant()));
        if (mails.size() > KEPT) {
            mails.remove();
        }
        if (last % KEPT == 0) {
            forgetStored();
        }
    }

    /** What the server keeps beside this is looked at by nobody. */
    private void forgetStored() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain text; of several parts the first that is one. */
    private static String text(Part part) throws MessagingException {
        try {
            Object content = part.getContent();
            if (content instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String text = text(parts.getBodyPart(i));
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
                return "";
            }
            return content instanceof String text ? text : "";
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
    }

    synchronized List<Mail> after(long number) {
        return mails.stream().filter(mail -> mail.number() > number).toList();
    }

    boolean isOpen() {
        return server != null;
    }

    @PreDestroy
    void stop() {
        if (server != null) {
            server.stop();
        }
    }
}

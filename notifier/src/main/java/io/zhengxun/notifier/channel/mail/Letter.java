package io.zhengxun.notifier.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** An e-mail that knows whether the server has asked for its contents: from then on it may have arrived. */
final class Letter extends MimeMessage {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private volatile boolean handedOver;

    Letter() {
        super((Session) null);
    }

    /** @throws MessagingException if one of the addresses is none */
    static Letter of(String from, String to, String subject, String text) throws MessagingException {
        Letter letter = new Letter();
        letter.setFrom(named(from));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        letter.setSubject(subject, CHARSET);
        letter.setText(text, CHARSET);
        // So that no absence notice comes back (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }

    private static InternetAddress named(String from) throws MessagingException {
        InternetAddress address = new InternetAddress(from, true);
        try {
            address.setPersonal(address.getPersonal(), CHARSET);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8.", e);
        }
        return address;
    }

    /** The same for each try of one message: mail programs and people can tell a repetition. */
    void setMessageId(String idempotencyId) throws MessagingException {
        String domain = ((InternetAddress) getFrom()[0]).getAddress().replaceFirst(".*@", "");
        setHeader("Message-ID", "<" + idempotencyId + "@" + domain + ">");
    }

    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        handedOver = true;
        super.writeTo(out, ignored);
    }
}

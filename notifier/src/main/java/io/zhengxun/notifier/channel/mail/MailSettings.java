package io.zhengxun.notifier.channel.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who writes the e-mails.
 *
 * @param from the address, with or without a name, e.g. {@code 证讯 <notice@example.cn>}; empty: no e-mail is sent
 * @throws IllegalArgumentException if it is no address
 */
@ConfigurationProperties("zhengxun.mail")
public record MailSettings(@DefaultValue("") String from) {

    public MailSettings {
        try {
            if (!from.isBlank()) {
                new InternetAddress(from, true);
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "zhengxun.mail.from (ZHENGXUN_MAIL_FROM) must be an e-mail address, e.g. 证讯 <notice@example.cn>", e);
        }
    }

    boolean isEmpty() {
        return from.isBlank();
    }
}

package io.zhengxun.standalone.simulator.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where e-mails are taken.
 *
 * @param port on the loopback address; 0 for not at all, {@link MailPort} chooses one where {@code free-port} is set
 */
@ConfigurationProperties("zhengxun.simulator.mail")
record MailSettings(@DefaultValue("0") int port) {}

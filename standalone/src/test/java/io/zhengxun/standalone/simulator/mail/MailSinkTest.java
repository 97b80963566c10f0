package io.zhengxun.standalone.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** E-mails stay on this machine and are shown. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.simulator.bot-base-url=none",
            "zhengxun.simulator.mail.free-port=true"
        })
class MailSinkTest {

    private final SimulatorClient simulator;
    private final Session session;

    MailSinkTest(
            @LocalServerPort int port,
            @Value("${spring.mail.host}") String host,
            @Value("${spring.mail.port}") String mailPort) {
        simulator = new SimulatorClient(port);
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", host);
        smtp.put("mail.smtp.port", mailPort);
        session = Session.getInstance(smtp);
    }

    @Test
    void a_mail_to_anybody_is_taken_and_shown() throws MessagingException {
        send("chenjie@example.invalid", "证书数据退回通知", "批次 PC261123-7KQ2MX4T 中有 12 条被退回。");
        await().until(() -> inbox(0).path("mails").size() >= 1);
        JsonNode mails = inbox(0).path("mails");
        JsonNode mail = mails.path(mails.size() - 1);
        assertThat(inbox(0).path("open").asBoolean()).isTrue();
        assertThat(mail.path("to").asString()).isEqualTo("chenjie@example.invalid");
        assertThat(mail.path("subject").asString()).isEqualTo("证书数据退回通知");
        assertThat(mail.path("text").asString()).contains("12 条被退回");
    }

    @Test
    void the_latest_are_kept() throws MessagingException {
        for (int i = 1; i <= 205; i++) {
            send("reader" + i + "@example.invalid", "第" + i + "封", "内容");
        }
        await().until(() -> inbox(0).path("mails").valueStream()
                .anyMatch(mail -> mail.path("subject").asString().equals("第205封")));
        JsonNode mails = inbox(0).path("mails");
        assertThat(mails.size()).isEqualTo(200);
        long last = mails.path(199).path("number").asLong();
        assertThat(inbox(last - 1).path("mails").size()).isEqualTo(1);
    }

    private JsonNode inbox(long after) {
        return simulator.json("GET", "/simulator/mails?after=" + after, null);
    }

    private void send(String to, String subject, String text) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("zhengxun@example.invalid"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}

package io.zhengxun.notifier.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.registry.notice.text.NoticeTexts;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mails: what arrives, and what each failure means. */
class EmailCourierTest {

    private static final String FROM = "证讯 <notice@example.com>";

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void an_empty_mail_server_is_up() {
        MAIL.reset();
    }

    @AfterAll
    static void it_goes_down() {
        MAIL.stop();
    }

    @Test
    void a_return_arrives_as_plain_text_with_a_link() throws Exception {
        EmailCourier courier = courier(MAIL.getSmtp().getPort(), FROM, "https://wx.example.com/");

        assertThat(courier.send(message("first@example.com"))).isEqualTo(Outcome.accepted("N7x0"));

        MimeMessage arrived = MAIL.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("证书数据退回通知：批次 PC261123-7KQ2MX4T 退回 12 条，请于 2026年12月7日前更正");
        assertThat(arrived.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) arrived.getContent())
                .contains("广州市示例职业培训学校有限公司：", "\n查看详情（请在微信中打开，仅限已绑定微信的收件人本人）：https://wx.example.com/m/notices/7", "此邮件由系统发出，请勿直接回复。");
        assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal()).isEqualTo("证讯");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(GreenMailUtil.getHeaders(arrived)).contains("To: first@example.com");
    }

    @Test
    void a_repetition_has_the_same_message_id() throws Exception {
        EmailCourier courier = courier(MAIL.getSmtp().getPort(), FROM, "");
        courier.send(message("first@example.com"));
        courier.send(message("first@example.com"));

        assertThat(MAIL.getReceivedMessages()).hasSize(2).allSatisfy(arrived -> {
            assertThat(arrived.getMessageID()).isEqualTo("<N7x0@example.com>");
            assertThat((String) arrived.getContent()).doesNotContain("查看详情");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 421 busy,             TRANSIENT, no connection",
        "greeting, hang,                 TRANSIENT, no connection",
        "greeting, close,                TRANSIENT, no connection",
        "MAIL,     451 later,            TRANSIENT, SMTP 451",
        "MAIL,     550 sender refused,   ACCOUNT,   SMTP 550",
        "MAIL,     530 log in first,     ACCOUNT,   SMTP 530",
        "MAIL,     hang,                 TRANSIENT, no connection",
        "RCPT,     450 grey,             TRANSIENT, SMTP 450",
        "RCPT,     550 no such mailbox,  RECIPIENT, SMTP 550",
        "RCPT,     553 not here,         RECIPIENT, SMTP 553",
        "RCPT,     554 refused,          RECIPIENT, SMTP 554",
        "RCPT,     hang,                 TRANSIENT, no connection",
        "RCPT,     close,                TRANSIENT, no connection",
        "DATA,     452 disk full,        TRANSIENT, SMTP 452",
        "DATA,     hang,                 TRANSIENT, no connection",
        ".,        451 later,            TRANSIENT, SMTP 451",
        ".,        554 looks like spam,  CONTENT,   SMTP 554",
        ".,        550 no such mailbox,  RECIPIENT, SMTP 550",
        ".,        hang,                 UNKNOWN,   no reply",
        ".,        close,                UNKNOWN,   no reply",
        "QUIT,     hang,                 ACCEPTED,  ''",
        "QUIT,     close,                ACCEPTED,  ''"})
    void a_reply_tells_what_became_of_it(String step, String reply, Result result, String code) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(step, reply))) {
            Outcome outcome = courier(server.port(), FROM, "").send(message("first@example.com"));

            assertThat(outcome.result()).isEqualTo(result);
            assertThat(outcome.code()).isEqualTo(code);
        }
    }

    @Test
    void what_cannot_be_written_has_certainly_not_gone_out() {
        Message unreadable = new Message(7, "N7x0", NoticeKind.RETURN, "first@example.com", null);

        assertThat(courier(MAIL.getSmtp().getPort(), FROM, "").send(unreadable))
                .isEqualTo(Outcome.of(Result.CONTENT, "not written"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "250 AUTH PLAIN,    535 wrong,              ACCOUNT,   authentication",
        "250 AUTH PLAIN,    534 too weak,           ACCOUNT,   authentication",
        "250 AUTH UNKNOWN,  235 ok,                 ACCOUNT,   authentication",
        "250 AUTH PLAIN,    454 temporary failure,  TRANSIENT, SMTP 454",
        "250 AUTH PLAIN,    421 closing,            TRANSIENT, SMTP 421",
        "250 AUTH PLAIN,    hang,                   TRANSIENT, no connection",
        "250 AUTH PLAIN,    close,                  TRANSIENT, no connection"})
    void only_a_log_in_that_is_refused_for_good_stops_the_account(
            String offer, String reply, Result result, String code) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(
                Map.of("EHLO", "250-hello\r\n" + offer, "AUTH", reply))) {
            JavaMailSenderImpl sender = sender(server.port());
            sender.setUsername("notice");
            sender.setPassword("wrong");

            assertThat(courier(sender, FROM, "").send(message("first@example.com")))
                    .isEqualTo(Outcome.of(result, code));
        }
    }

    @Test
    void a_server_that_is_down_may_be_back_later() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(courier(port, FROM, "").send(message("first@example.com")).result()).isEqualTo(Result.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "a@b@example.com", "a@example.com\r\nBcc: c@example.com", ""})
    void what_is_no_address_reaches_nobody(String address) {
        assertThat(courier(MAIL.getSmtp().getPort(), FROM, "").send(message(address)))
                .isEqualTo(Outcome.of(Result.RECIPIENT, "address"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void without_a_server_or_a_sender_there_is_no_such_channel() {
        EmailCourier courier = courier(25, FROM, "");
        assertThat(courier.channel()).isEqualTo(Channel.EMAIL);
        assertThat(courier.isConfigured(NoticeKind.RETURN)).isTrue();
        assertThat(courier(25, " ", "").isConfigured(NoticeKind.RETURN)).isFalse();
        assertThat(courier(null, FROM, "").isConfigured(NoticeKind.RETURN)).isFalse();
        assertThatThrownBy(() -> new MailSettings("nobody")).hasMessageContaining("zhengxun.mail.from");
    }

    private static Message message(String address) {
        return new Message(7, "N7x0", NoticeKind.RETURN, address, NoticeSamples.of(NoticeKind.RETURN));
    }

    private static EmailCourier courier(int port, String from, String baseUrl) {
        return courier(sender(port), from, baseUrl);
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().putAll(Map.of(
                "mail.smtp.connectiontimeout", "500",
                "mail.smtp.timeout", "500",
                "mail.smtp.writetimeout", "500",
                "mail.smtp.quitwait", "false"));
        return sender;
    }

    private static EmailCourier courier(JavaMailSenderImpl sender, String from, String baseUrl) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        return new EmailCourier(
                beans.getBeanProvider(JavaMailSender.class), new MailSettings(from), new NoticeTexts(messages),
                new PublicAddress(baseUrl));
    }
}

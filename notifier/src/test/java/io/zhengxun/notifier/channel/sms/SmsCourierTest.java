package io.zhengxun.notifier.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.notifier.channel.sms.SmsSettings.Template;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.NoticeSamples;
import io.zhengxun.registry.notice.text.NoticeTexts;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Text messages: what is asked of the provider, and what its answers mean. */
class SmsCourierTest {

    private static final String MOBILE = "13800000000";
    private static final String ALIYUN_OK = """
            {"Code":"OK","Message":"OK","BizId":"900619746936498440^0","RequestId":"F655A8D5-B967-440B-8683"}""";
    private static final String TENCENT_OK = """
            {"Response":{"SendStatusSet":[{"SerialNo":"5000:1045710669157053657849499619","PhoneNumber":"+8613800000000",
            "Code":"Ok","Message":"send success"}],"RequestId":"a0aabda6-cf91-4f3e-a81f"}}""";
    private static final SSLSocketFactory USUAL = HttpsURLConnection.getDefaultSSLSocketFactory();

    @TempDir
    static Path folder;

    private static ScriptedProvider provider;

    @BeforeAll
    static void a_provider_is_there() throws Exception {
        provider = new ScriptedProvider(folder, "ip:127.0.0.1");
    }

    @BeforeEach
    void its_certificate_is_trusted() {
        HttpsURLConnection.setDefaultSSLSocketFactory(provider.trusting().getSocketFactory());
    }

    @AfterAll
    static void it_goes_down() {
        HttpsURLConnection.setDefaultSSLSocketFactory(USUAL);
        provider.close();
    }

    @Test
    void aliyun_gets_the_template_with_values_that_fit() {
        provider.answers(200, ALIYUN_OK);
        Outcome outcome = courier(SmsProvider.ALIYUN, provider.endpoint()).send(message());

        assertThat(outcome).isEqualTo(
                new Outcome(Result.ACCEPTED, "", "900619746936498440^0", "F655A8D5-B967-440B-8683"));
        assertThat(provider.asked())
                .contains(MOBILE, "TemplateCode=SMS_1", "SignName=证讯")
                .contains("{\"batch\":\"PC261123-7KQ2MX4T\",\"rows\":\"12\",\"due\":\"2026年12月7日\"}");
    }

    @Test
    void what_cannot_be_written_has_certainly_not_gone_out() {
        Message unreadable = new Message(7, "N7x0", NoticeKind.RETURN, MOBILE, null);

        assertThat(courier(SmsProvider.ALIYUN, provider.endpoint()).send(unreadable))
                .isEqualTo(Outcome.of(Result.CONTENT, "not written"));
    }

    @Test
    void tencent_gets_the_values_in_the_order_of_the_template() {
        provider.answers(200, TENCENT_OK);
        Outcome outcome = courier(SmsProvider.TENCENT, provider.endpoint()).send(message());

        assertThat(outcome).isEqualTo(new Outcome(
                Result.ACCEPTED, "", "5000:1045710669157053657849499619", "a0aabda6-cf91-4f3e-a81f"));
        assertThat(provider.asked()).contains(MOBILE, "[\"PC261123-7KQ2MX4T\",\"12\",\"2026年12月7日\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "isv.BUSINESS_LIMIT_CONTROL, RECIPIENT_RATE",
        "isv.DAY_LIMIT_CONTROL, QUOTA",
        "isv.MOBILE_NUMBER_ILLEGAL, RECIPIENT",
        "isv.SMS_TEMPLATE_ILLEGAL, TEMPLATE",
        "isv.TEMPLATE_MISSING_PARAMETERS, TEMPLATE",
        "isv.SMS_SIGNATURE_ILLEGAL, ACCOUNT",
        "isv.AMOUNT_NOT_ENOUGH, ACCOUNT",
        "InvalidAccessKeyId.NotFound, ACCOUNT",
        "Throttling.User, RATE",
        "isp.SYSTEM_ERROR, TRANSIENT",
        "isv.BLACK_KEY_CONTROL_LIMIT, CONTENT",
        "isv.SOMETHING_NEW, CONTENT"})
    void aliyuns_codes_say_what_is_to_be_done(String code, Result result) {
        provider.answers(400, "{\"Code\":\"" + code + "\",\"Message\":\"no\",\"RequestId\":\"F655\"}");
        assertThat(courier(SmsProvider.ALIYUN, provider.endpoint()).send(message()))
                .isEqualTo(new Outcome(result, code, "", "F655"));
    }

    @ParameterizedTest
    @CsvSource({
        "LimitExceeded.PhoneNumberDailyLimit, RECIPIENT_RATE",
        "LimitExceeded.AppDailyLimit, QUOTA",
        "RequestLimitExceeded, RATE",
        "FailedOperation.PhoneNumberInBlacklist, RECIPIENT",
        "FailedOperation.TemplateUnapprovedOrNotExist, TEMPLATE",
        "FailedOperation.SignatureIncorrectOrUnapproved, ACCOUNT",
        "AuthFailure.SignatureFailure, ACCOUNT",
        "InternalError.Timeout, TRANSIENT",
        "FailedOperation.ContainSensitiveWord, CONTENT"})
    void tencents_codes_say_what_is_to_be_done(String code, Result result) {
        provider.answers(200, "{\"Response\":{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"no\"},\"RequestId\":\"a0\"}}");
        assertThat(courier(SmsProvider.TENCENT, provider.endpoint()).send(message()))
                .isEqualTo(new Outcome(result, code.substring(0, Math.min(40, code.length())), "", "a0"));
    }

    @ParameterizedTest
    @EnumSource(SmsProvider.class)
    void where_no_answer_can_be_read_nobody_knows(SmsProvider of) {
        SmsCourier courier = courier(of, provider.endpoint());
        provider.answers(502, "<html>Bad Gateway</html>");
        assertThat(courier.send(message())).isEqualTo(Outcome.of(Result.UNKNOWN, "no reply"));
        provider.answers(200, "{}");
        assertThat(courier.send(message())).isEqualTo(Outcome.of(Result.UNKNOWN, "no reply"));
        provider.answers(200, "");
        assertThat(courier.send(message())).isEqualTo(Outcome.of(Result.UNKNOWN, "no reply"));
    }

    @ParameterizedTest
    @EnumSource(SmsProvider.class)
    void where_no_connection_was_made_nothing_arrived(SmsProvider of) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(courier(of, "127.0.0.1:" + port).send(message()))
                .isEqualTo(Outcome.of(Result.TRANSIENT, "no connection"));
    }

    @ParameterizedTest
    @EnumSource(SmsProvider.class)
    void a_certificate_of_nobody_knows_whom_is_refused(SmsProvider of) {
        HttpsURLConnection.setDefaultSSLSocketFactory(USUAL);
        provider.answers(200, ALIYUN_OK);
        assertThat(courier(of, provider.endpoint()).send(message()))
                .isEqualTo(Outcome.of(Result.TRANSIENT, "no connection"));
    }

    @ParameterizedTest
    @EnumSource(SmsProvider.class)
    void a_good_certificate_for_another_name_is_refused(SmsProvider of) throws Exception {
        try (ScriptedProvider other = new ScriptedProvider(folder, "dns:sms.example.org")) {
            HttpsURLConnection.setDefaultSSLSocketFactory(other.trusting().getSocketFactory());
            other.answers(200, ALIYUN_OK);
            assertThat(courier(of, other.endpoint()).send(message()))
                    .isEqualTo(Outcome.of(Result.TRANSIENT, "no connection"));
            assertThat(other.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(SmsProvider.class)
    void the_log_never_shows_the_number(SmsProvider of) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level usual = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            provider.answers(400, "{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\",\"Message\":\"" + MOBILE + "\"}");
            courier(of, provider.endpoint()).send(message());
            provider.answers(502, "<html>" + MOBILE + "</html>");
            courier(of, provider.endpoint()).send(message());
        } finally {
            root.setLevel(usual);
            root.detachAppender(log);
        }
        assertThat(log.list).noneSatisfy(event -> assertThat(event.getFormattedMessage()).contains(MOBILE));
    }

    @Test
    void without_a_provider_or_a_template_there_is_no_such_channel() {
        SmsCourier courier = courier(SmsProvider.ALIYUN, "");
        assertThat(courier.channel()).isEqualTo(Channel.SMS);
        assertThat(courier.isConfigured(NoticeKind.RETURN)).isTrue();
        assertThat(courier.isConfigured(NoticeKind.SUMMARY)).isFalse();
        SmsSettings none = new SmsSettings(null, "", "", "", "", "", Duration.ofSeconds(5), Map.of());
        assertThat(new SmsCourier(none, texts()).isConfigured(NoticeKind.RETURN)).isFalse();
    }

    @Test
    void settings_that_cannot_work_are_refused_at_the_start() {
        assertThatThrownBy(() -> settings(SmsProvider.ALIYUN, "", new Template("SMS_1", Map.of("x", "holder"))))
                .hasMessageContaining("there is no value holder");
        assertThatThrownBy(() -> settings(SmsProvider.ALIYUN, "", new Template(" ", Map.of())))
                .hasMessageContaining("The template of RETURN has no id.");
        assertThatThrownBy(() -> new SmsSettings(
                        SmsProvider.TENCENT, "key", "", "证讯", "", "", Duration.ofSeconds(5), Map.of()))
                .hasMessageContaining("access-key-secret")
                .hasMessageContaining("sdk-app-id");
        assertThat(settings(SmsProvider.ALIYUN, "", new Template("SMS_1", Map.of())).toString())
                .doesNotContain("secret");
    }

    private static Message message() {
        return new Message(7, "N7x0", NoticeKind.RETURN, MOBILE, NoticeSamples.of(NoticeKind.RETURN));
    }

    private static SmsCourier courier(SmsProvider of, String endpoint) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("batch", "batch");
        parameters.put("rows", "rows");
        parameters.put("due", "dueOn");
        return new SmsCourier(settings(of, endpoint, new Template("SMS_1", parameters)), texts());
    }

    private static SmsSettings settings(SmsProvider of, String endpoint, Template template) {
        return new SmsSettings(
                of, "key", "secret", "证讯", "1400000000", endpoint, Duration.ofMillis(700),
                Map.of(NoticeKind.RETURN, template));
    }

    private static NoticeTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        return new NoticeTexts(messages);
    }
}

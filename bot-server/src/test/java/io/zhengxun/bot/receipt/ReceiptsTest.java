package io.zhengxun.bot.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.WeChat;
import io.zhengxun.bot.conversation.Conversation;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What WeChat reports is kept once, and WeChat is told so only when it is. */
@BotTest
class ReceiptsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Consents consents;

    @Autowired
    Identities identities;

    @Autowired
    Conversation conversation;

    private final String person = "o" + UUID.randomUUID();
    private final String messageId = String.valueOf(ThreadLocalRandom.current().nextLong(1L << 54, Long.MAX_VALUE));
    private WeChat official;
    private WeChat mini;

    @BeforeEach
    void both_accounts_push() {
        official = new WeChat(port);
        mini = WeChat.ofMiniProgram(port);
        doReturn("").when(conversation).answer(any());
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPLATESENDJOBFINISH, success, true, ''",
        "templatesendjobfinish, success, true, ''",
        "TemplateSendJobFinish, Success, true, ''",
        "TEMPLATESENDJOBFINISH, failed:user block, false, failed:user block",
        "TEMPLATESENDJOBFINISH, failed: system failed, false, failed: system failed",
        "TEMPLATESENDJOBFINISH, failed:freq limit, false, failed:freq limit"})
    void a_template_messages_end_is_kept(String event, String status, boolean delivered, String cause) throws Exception {
        told(official, event, "<MsgID>" + messageId + "</MsgID><Status><![CDATA[" + status + "]]></Status>");

        assertThat(report())
                .containsEntry("channel", "TEMPLATE")
                .containsEntry("delivered", delivered)
                .containsEntry("cause", cause)
                .containsEntry("waiting_mark", 1);
    }

    @Test
    void of_several_reports_about_one_message_the_first_counts() throws Exception {
        told(official, "TEMPLATESENDJOBFINISH", "<MsgID>" + messageId + "</MsgID><Status>success</Status>");
        told(official, "TEMPLATESENDJOBFINISH", "<MsgID>" + messageId + "</MsgID><Status>success</Status>");
        told(official, "TEMPLATESENDJOBFINISH", "<MsgID>" + messageId + "</MsgID><Status>failed:user block</Status>");

        assertThat(report()).containsEntry("delivered", true);
    }

    @ParameterizedTest
    @CsvSource({"0, success, true, ''", "1, system fault, false, system fault", "1, '', false, error 1", "'', success, true, ''"})
    void a_subscription_notices_end_is_kept(String code, String status, boolean delivered, String cause) throws Exception {
        told(official, "subscribe_msg_sent_event", sent(messageId, code, status));

        assertThat(report())
                .containsEntry("channel", "SUBSCRIPTION")
                .containsEntry("delivered", delivered)
                .containsEntry("cause", cause);
    }

    @Test
    void a_mini_programs_messages_are_reported_at_its_own_door() throws Exception {
        told(mini, "subscribe_msg_sent_event", sent(messageId, "0", "success"));

        assertThat(report()).containsEntry("channel", "MINI");
    }

    @Test
    void one_event_may_report_several_messages() throws Exception {
        String second = messageId.substring(1);
        String both = sent(messageId, "0", "success").replace("</SubscribeMsgSentEvent>", "")
                + sent(second, "1", "fault").replace("<SubscribeMsgSentEvent>", "");
        told(official, "subscribe_msg_sent_event", both);

        assertThat(report(messageId)).containsEntry("delivered", true);
        assertThat(report(second)).containsEntry("delivered", false);
    }

    @Test
    void each_accepted_template_counts_once() throws Exception {
        String answered = popup("subscription-return", "accept") + popup("subscription-deadlines", "reject")
                + popup("somebody-elses", "accept");
        String event = "<SubscribeMsgPopupEvent>" + answered + "</SubscribeMsgPopupEvent>";
        told(official, "subscribe_msg_popup_event", event);
        told(official, "subscribe_msg_popup_event", event);

        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isEqualTo(1);
        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.DEADLINES)).isZero();
        assertThat(balance(Channel.MINI, NoticeKind.RETURN)).isZero();
    }

    @Test
    void a_consent_in_the_mini_program_counts_there() throws Exception {
        told(mini, "subscribe_msg_popup_event",
                "<SubscribeMsgPopupEvent>" + popup("mini-return", "accept") + "</SubscribeMsgPopupEvent>");

        assertThat(balance(Channel.MINI, NoticeKind.RETURN)).isEqualTo(1);
        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubscribeMsgChangeEvent", "SubscribeMsgPopupEvent"})
    void who_rejects_all_further_messages_has_no_consent_left(String wrapper) throws Exception {
        told(official, "subscribe_msg_popup_event",
                "<SubscribeMsgPopupEvent>" + popup("subscription-return", "accept") + "</SubscribeMsgPopupEvent>");
        told(official, "subscribe_msg_change_event",
                "<" + wrapper + ">" + popup("subscription-return", "reject") + "</" + wrapper + ">");

        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isZero();
    }

    @Test
    void who_takes_back_the_permission_leaves_no_consent() throws Exception {
        told(official, "subscribe_msg_popup_event",
                "<SubscribeMsgPopupEvent>" + popup("subscription-return", "accept") + "</SubscribeMsgPopupEvent>");
        HttpResponse<String> answer = official.send(official.encrypted(WeChat.event("oPlatform",
                "user_authorization_revoke", "<OpenID>" + person + "</OpenID><RevokeInfo>1</RevokeInfo>")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "user_authorization_revoke", "user_authorization_cancellation"})
    void who_leaves_or_takes_back_the_permission_leaves_no_identity(String event) throws Exception {
        identities.bind(person, new Holder(PersonName.of("测试甲"), IdNumber.of(IdType.PASSPORT, "E12345678")), "1");
        boolean left = event.equals("unsubscribe");

        official.send(official.encrypted(WeChat.event(
                left ? person : "oPlatform", event, left ? "" : "<OpenID>" + person + "</OpenID>")));

        assertThat(identities.of(person)).isEmpty();
    }

    @Test
    void who_leaves_the_account_leaves_no_consent() throws Exception {
        told(official, "subscribe_msg_popup_event",
                "<SubscribeMsgPopupEvent>" + popup("subscription-return", "accept") + "</SubscribeMsgPopupEvent>");
        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isOne();

        told(official, "unsubscribe", "");

        assertThat(balance(Channel.SUBSCRIPTION, NoticeKind.RETURN)).isZero();
    }

    @Test
    void a_report_that_cannot_be_kept_is_not_answered_and_kept_when_it_comes_again() throws Exception {
        String event = WeChat.event(person, "TEMPLATESENDJOBFINISH", "<MsgID>" + messageId + "</MsgID><Status>success</Status>");
        jdbc.execute("RENAME TABLE delivery_report TO delivery_report_away");
        CompletableFuture<HttpResponse<String>> unanswered;
        try {
            unanswered = sentLater(event);
            // WeChat hangs up after 5 s: an error that is answered earlier might be taken for an answer.
            assertThatThrownBy(() -> unanswered.get(4900, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            jdbc.execute("RENAME TABLE delivery_report_away TO delivery_report");
        }
        assertThat(unanswered.get().statusCode()).isEqualTo(503);
        assertThat(reports(messageId)).isEmpty();

        assertThat(official.send(official.encrypted(event)).body()).isEqualTo("success");
        assertThat(report()).containsEntry("delivered", true);
    }

    @Test
    void a_database_that_hangs_does_not_lose_a_report_either() throws Exception {
        String event = WeChat.event(person, "TEMPLATESENDJOBFINISH", "<MsgID>" + messageId + "</MsgID><Status>success</Status>");
        CompletableFuture<HttpResponse<String>> unanswered = jdbc.execute((ConnectionCallback<CompletableFuture<HttpResponse<String>>>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLES delivery_report WRITE");
                CompletableFuture<HttpResponse<String>> sent = sentLater(event);
                assertThatThrownBy(() -> sent.get(2500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                statement.execute("UNLOCK TABLES");
                return sent;
            }
        });
        assertThat(unanswered.get().statusCode()).isEqualTo(503);

        assertThat(official.send(official.encrypted(event)).body()).isEqualTo("success");
        assertThat(reports(messageId)).hasSize(1);
    }

    @Test
    void nobody_answers_in_the_mini_program_by_this_way() throws Exception {
        HttpResponse<String> answer = mini.send(mini.encrypted(WeChat.text(person, "1", "您好")));

        assertThat(answer.body()).isEqualTo("success");
    }

    @Test
    void one_accounts_push_is_refused_at_the_others_door() throws Exception {
        WeChat.Push officials = official.encrypted(WeChat.event(person, "subscribe", ""));

        assertThat(mini.send(officials).statusCode()).isEqualTo(403);
    }

    private void told(WeChat account, String event, String more) throws Exception {
        HttpResponse<String> answer = account.send(account.encrypted(WeChat.event(person, event, more)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("success");
    }

    private CompletableFuture<HttpResponse<String>> sentLater(String event) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return official.send(official.encrypted(event));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String sent(String messageId, String code, String status) {
        return "<SubscribeMsgSentEvent><List><TemplateId>subscription-return</TemplateId><MsgID>" + messageId + "</MsgID>"
                + "<ErrorCode>" + code + "</ErrorCode><ErrorStatus><![CDATA[" + status + "]]></ErrorStatus></List>"
                + "</SubscribeMsgSentEvent>";
    }

    private static String popup(String templateId, String answer) {
        return "<List><TemplateId>" + templateId + "</TemplateId><SubscribeStatusString>" + answer
                + "</SubscribeStatusString><PopupScene>1</PopupScene></List>";
    }

    private int balance(Channel channel, NoticeKind kind) {
        return consents.balance(new ConsentKey(channel, kind, person));
    }

    private Map<String, Object> report() {
        return report(messageId);
    }

    private Map<String, Object> report(String id) {
        assertThat(reports(id)).hasSize(1);
        return reports(id).get(0);
    }

    private List<Map<String, Object>> reports(String id) {
        return jdbc.queryForList(
                "SELECT channel, delivered, cause, waiting_mark FROM delivery_report WHERE message_id = ?", id);
    }
}

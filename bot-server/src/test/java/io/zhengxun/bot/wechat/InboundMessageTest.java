package io.zhengxun.bot.wechat;

import io.zhengxun.wechat.OpenId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.bot.WeChat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InboundMessageTest {

    @Test
    void a_message_is_the_same_by_its_id() {
        assertThat(key(WeChat.text("oA", "1", "x"))).isEqualTo(key(WeChat.text("oA", "1", "x")));
        assertThat(key(WeChat.text("oA", "1", "x"))).isNotEqualTo(key(WeChat.text("oA", "2", "x")));
    }

    @Test
    void the_same_id_from_somebody_else_is_another_message() {
        assertThat(key(WeChat.text("oA", "1", "x"))).isNotEqualTo(key(WeChat.text("oB", "1", "x")));
    }

    @Test
    void two_events_of_one_second_differ_by_event_and_key() {
        String click = key(WeChat.event("oA", "CLICK", "<EventKey>help</EventKey>"));
        assertThat(click).isEqualTo(key(WeChat.event("oA", "CLICK", "<EventKey>help</EventKey>")));
        assertThat(click).isNotEqualTo(key(WeChat.event("oA", "CLICK", "<EventKey>ask</EventKey>")));
        assertThat(click).isNotEqualTo(key(WeChat.event("oA", "VIEW", "<EventKey>help</EventKey>")));
    }

    @Test
    void two_receipts_of_one_second_differ_by_what_they_report() {
        String first = key(WeChat.event("oA", "TEMPLATESENDJOBFINISH", "<MsgID>200</MsgID><Status>success</Status>"));
        String second = key(WeChat.event("oA", "TEMPLATESENDJOBFINISH", "<MsgID>201</MsgID><Status>success</Status>"));
        assertThat(first).isNotEqualTo(second);
        String sent = "<SubscribeMsgSentEvent><List><TemplateId>t</TemplateId><MsgID>%s</MsgID></List></SubscribeMsgSentEvent>";
        assertThat(key(WeChat.event("oA", "subscribe_msg_sent_event", sent.formatted("1"))))
                .isNotEqualTo(key(WeChat.event("oA", "subscribe_msg_sent_event", sent.formatted("2"))));
    }

    @Test
    void an_openid_does_not_show_itself() {
        assertThat(new OpenId("oFollower")).hasToString("OpenId[***]");
        assertThatThrownBy(() -> new OpenId("o Follower")).hasMessage("not an openid");
        assertThatThrownBy(() -> new OpenId("")).hasMessage("not an openid");
        assertThatThrownBy(() -> new OpenId("o".repeat(65))).hasMessage("not an openid");
    }

    private static String key(String xml) {
        return MessageXml.read(xml.getBytes(StandardCharsets.UTF_8)).key();
    }
}

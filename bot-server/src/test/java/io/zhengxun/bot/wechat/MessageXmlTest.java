package io.zhengxun.bot.wechat;

import io.zhengxun.wechat.OpenId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.bot.WeChat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageXmlTest {

    @Test
    void a_text_is_read_with_an_id_beyond_any_double() {
        InboundMessage message = read(WeChat.text("oFollower", "9007199254740993", "张 & <b>]]></b> 🀄"));
        assertThat(message.from()).isEqualTo(new OpenId("oFollower"));
        assertThat(message.toUser()).isEqualTo("gh_test");
        assertThat(message.type()).isEqualTo("text");
        assertThat(message.messageId()).isEqualTo("9007199254740993");
        assertThat(message.content()).isEqualTo("张 & <b>]]></b> 🀄");
        assertThat(message.event()).isEmpty();
    }

    @Test
    void an_event_is_read_with_its_nested_and_repeated_parts() {
        InboundMessage message = read(WeChat.event("oFollower", "subscribe_msg_popup_event", "<SubscribeMsgPopupEvent>"
                + "<List><TemplateId>a</TemplateId></List><List><TemplateId>b</TemplateId></List></SubscribeMsgPopupEvent>"));
        assertThat(message.createdAt()).isEqualTo(Instant.ofEpochSecond(1795392000));
        assertThat(message.event()).isEqualTo("subscribe_msg_popup_event");
        assertThat(message.field("SubscribeMsgPopupEvent/List/TemplateId")).isEqualTo("a");
        assertThat(message.field("SubscribeMsgPopupEvent/List[2]/TemplateId")).isEqualTo("b");
    }

    @Test
    void the_deepest_message_of_wechat_is_read() {
        InboundMessage message = read(WeChat.event("oFollower", "pic_sysphoto",
                "<SendPicsInfo><PicList><item><PicMd5Sum>1</PicMd5Sum></item></PicList></SendPicsInfo>"));
        assertThat(message.field("SendPicsInfo/PicList/item/PicMd5Sum")).isEqualTo("1");
    }

    static Stream<String> hostile() {
        String good = WeChat.text("oFollower", "1", "x");
        return Stream.of(
                "",
                "x",
                "<xml>",
                "<xml></xml>",
                good.substring(0, good.length() - 1),
                good + "<xml/>",
                good.replace("oFollower", "o Follower"),
                good.replaceAll("<CreateTime>\\d+", "<CreateTime>now"),
                good.replaceAll("<CreateTime>\\d+", "<CreateTime>9223372036854775807"),
                good.replace("<MsgType><![CDATA[text]]></MsgType>", ""),
                "<!DOCTYPE xml>" + good,
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + good.replace("<![CDATA[x]]>", "&a;"),
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\">" + good,
                "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + good.replace("<![CDATA[x]]>", "&c;"),
                good.replace("<![CDATA[x]]>", "&unknown;"),
                good.replace("<![CDATA[x]]>", "&#0;"),
                good.replace("</xml>", "<a>".repeat(1000) + "</a>".repeat(1000) + "</xml>"),
                good.replace("</xml>", "<a/>".repeat(1000) + "</xml>"),
                good.replace("</xml>", Stream.iterate(0, i -> i + 1).limit(1000).map(i -> "<a" + i + "/>")
                        .reduce("", String::concat) + "</xml>"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_no_message_is_refused_without_being_repeated(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(BadMessage.class)
                .hasNoCause().message().doesNotContain("Follower");
    }

    @Test
    void broken_utf8_is_refused() {
        byte[] good = WeChat.text("oFollower", "1", "张").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < good.length; i++) {
            if (good[i] < 0) {
                byte[] bad = good.clone();
                bad[i] = (byte) 0xff;
                assertThatThrownBy(() -> MessageXml.read(bad)).isInstanceOf(BadMessage.class).hasMessage("not UTF-8");
            }
        }
    }

    @Test
    void a_message_does_not_show_who_wrote_it_or_what() {
        InboundMessage message = read(WeChat.text("oFollower", "1", "张三"));
        assertThat(message.toString()).doesNotContain("oFollower").doesNotContain("张三");
    }

    private static InboundMessage read(String xml) {
        return MessageXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}

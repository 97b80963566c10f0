package io.zhengxun.bot.wechat;

import io.zhengxun.wechat.OpenId;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyXmlTest {

    private static final InboundMessage MESSAGE = InboundMessage.text(new OpenId("oFollower"), "1", "x");

    @ParameterizedTest
    @ValueSource(strings = {"您好", "a]]>b", "]]>", "]]]]>>", "<a href=\"https://例\">x</a> & y", "一\n二"})
    void a_text_arrives_as_it_was_meant(String text) {
        SortedMap<String, String> fields = MessageXml.fields(ReplyXml.text(MESSAGE, text, Instant.ofEpochSecond(7)));
        assertThat(fields).containsEntry("Content", text)
                .containsEntry("ToUserName", "oFollower")
                .containsEntry("FromUserName", MESSAGE.toUser())
                .containsEntry("CreateTime", "7")
                .containsEntry("MsgType", "text");
    }

    @Test
    void characters_that_xml_cannot_carry_are_left_out() {
        assertThat(content("a\u0000b\u0008c\uFFFFd\uD83Ee")).isEqualTo("abcde");
    }

    @Test
    void a_text_of_2048_bytes_stays_whole() {
        String whole = "证".repeat(682) + "ab";
        assertThat(content(whole)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"证", "🀄", "é", "a", "证a🀄"})
    void a_longer_text_is_cut_between_characters(String character) {
        String cut = content("x" + character.repeat(2100));
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(2044, 2048);
        assertThat(cut).startsWith("x" + character).endsWith("…").doesNotContain("?", "\uFFFD");
    }

    private static String content(String text) {
        return MessageXml.fields(ReplyXml.text(MESSAGE, text, Instant.EPOCH)).get("Content");
    }
}

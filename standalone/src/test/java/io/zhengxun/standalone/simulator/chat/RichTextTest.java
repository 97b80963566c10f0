package io.zhengxun.standalone.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.standalone.simulator.chat.Part.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    @Test
    void a_link_of_the_web_is_opened() {
        assertThat(RichText.parse("看<a href=\"https://zscx.osta.org.cn/?a=1&amp;b=2\">国网</a>。"))
                .containsExactly(
                        Part.text("看"),
                        new Part(Kind.LINK, "国网", "https://zscx.osta.org.cn/?a=1&b=2", ""),
                        Part.text("。"));
    }

    @Test
    void a_link_to_a_mini_program_keeps_its_page() {
        assertThat(RichText.parse("<a href='http://e.example/' data-miniprogram-appid='wx1' data-miniprogram-path='p'>去</a>"))
                .containsExactly(new Part(Kind.LINK, "去", "http://e.example/", ""));
    }

    @Test
    void an_offered_answer_is_sent_when_tapped() {
        assertThat(RichText.parse("<a href=\"weixin://bizmsgmenu?msgmenucontent=%E6%9F%A5+%E8%AF%81&msgmenuid=m%2F1\">查证</a>"))
                .containsExactly(new Part(Kind.MENU, "查证", "查 证", "m/1"));
    }

    @Test
    void a_bare_address_is_a_link_up_to_the_next_chinese_character() {
        assertThat(RichText.parse("见https://a.example/b?c=d。"))
                .containsExactly(
                        Part.text("见"),
                        new Part(Kind.LINK, "https://a.example/b?c=d", "https://a.example/b?c=d", ""),
                        Part.text("。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">点</a>",
        "<a href=\" JavaScript:alert(1)\">点</a>",
        "<a href=\"data:text/html,x\">点</a>",
        "<a href=\"weixin://other\">点</a>",
        "<a href=\"weixin://bizmsgmenu?msgmenuid=1\">点</a>",
        "<a href=\"https:///\">点</a>",
        "<a onclick=\"x\" href=\"y\">点</a>",
        "<b>粗</b>",
        "1 < 2 && 3 > 2"
    })
    void everything_else_is_text(String text) {
        assertThat(RichText.parse(text)).containsExactly(Part.text(text));
    }

    @Test
    void a_long_hostile_text_is_read_in_no_time() {
        String hostile = "<a href=\"".repeat(10_000) + "<a ".repeat(10_000) + " ".repeat(10_000);
        long before = System.nanoTime();
        assertThat(RichText.parse(hostile)).containsExactly(Part.text(hostile));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
}

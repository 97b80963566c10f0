package io.zhengxun.registry.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "姓名与证件不一致", "González–O’Neil", "𠮷野（补）🙂", "　全角 空格"})
    void what_can_be_seen_may_stand_anywhere(String text) {
        assertThat(VisibleText.holds(text)).isTrue();
        assertThat(VisibleText.holdsLine(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一行\n第二行", "第一行\r\n第二行", "一\t二"})
    void line_breaks_and_tabs_may_stand_in_a_text_of_several_lines_only(String text) {
        assertThat(VisibleText.holds(text)).isTrue();
        assertThat(VisibleText.holdsLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "一\u0000二", "一\u001B二", "一\u007F二", "一\u0085二", "一\u200B二", "一\u202E二", "一\u2066二", "一\u2028二",
        "\uFEFF一", "一\uD800二", "一\uDB40\uDC41二"
    })
    void what_cannot_be_seen_may_stand_nowhere(String text) {
        assertThat(VisibleText.holds(text)).isFalse();
        assertThat(VisibleText.holdsLine(text)).isFalse();
    }
}

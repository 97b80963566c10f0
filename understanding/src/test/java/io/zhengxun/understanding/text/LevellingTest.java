package io.zhengxun.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevellingTest {

    private final Levelling levelling = new Levelling();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "點解查唔到我張證書|点解查唔到我张证书",
        "證書編號錯咗點算|证书编号错咗点算",
        "ＡＢＣ１２３|abc123",
        "怎么查？？？！！|怎么查?!",
        "证书😀到哪了🙏🏻|证书 到哪了",
        "谢谢[微笑]|谢谢",
        "啊啊啊啊啊啊|啊啊",
        "'  多   个 空格 '|多 个 空格",
    })
    void differences_of_the_screen_go_and_the_words_stay(String typed, String levelled) {
        assertThat(levelling.level(typed)).isEqualTo(levelled);
    }

    @Test
    void nothing_is_left_of_pictures_and_control_characters() {
        assertThat(levelling.level("😀🙏\u0000\u200b\uFEFF\n\t")).isEmpty();
    }

    @Test
    void a_rant_is_read_up_to_a_bound() {
        assertThat(levelling.level("退款".repeat(4_000))).hasSize(Levelling.LONGEST);
    }
}

package io.zhengxun.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CantoneseTest {

    private final Cantonese cantonese = new Cantonese();

    @ParameterizedTest
    @CsvSource({
        "点解查唔到我本证, 为什么查不到我本证",
        "去边度查, 去哪里查",
        "几时有结果, 什么时候有结果",
        "系咪要俾钱, 是不是要给钱",
        "审批咗未呀, 审批了没有",
        "佢哋错咗点算, 他们错了怎么办",
        "搵人工, 找人工",
    })
    void the_words_that_carry_a_question_become_standard(String typed, String standard) {
        assertThat(cantonese.toStandard(typed)).isEqualTo(standard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"系统里查不到", "联系电话", "几点上班", "一点点", "左边那个", "黎明", "野外作业", "点击这里", "紧急", "关系"})
    void standard_words_that_look_alike_stay(String typed) {
        assertThat(cantonese.toStandard(typed)).isEqualTo(typed);
    }
}

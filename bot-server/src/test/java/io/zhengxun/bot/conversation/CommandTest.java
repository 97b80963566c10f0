package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @ParameterizedTest
    @CsvSource({
        "返回, BACK", "“返回”, BACK", "上一步。, BACK", "返去, BACK",
        "取消, CANCEL", "取 消！, CANCEL", "唔查啦, CANCEL", "【退出】, CANCEL",
        "重新开始, RESTART", "重新開始, RESTART", "重　新　开　始, RESTART",
        "人工, HUMAN", "轉人工, HUMAN", "转人工服务～, HUMAN", "人工[微笑], HUMAN",
        "继续, RESUME", "繼續, RESUME", "帮助, HELP", "ＨＥＬＰ, HELP", "有用, USEFUL", "冇用, USELESS"
    })
    void a_command_is_known_whatever_the_punctuation_spaces_and_characters(String typed, Command command) {
        assertThat(Command.read(typed)).contains(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消通知", "我想取消证书", "人工智能训练师", "返回的原因", "继续教育", "", "😀", "这个没用过"})
    void the_words_within_others_say_something_else(String typed) {
        assertThat(Command.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'转人工，我的证书查不到', true", "'轉人工 我張證查唔到', true", "人工, false", "人工智能训练师, false", "'我要投诉，转人工', false", "'', false"
    })
    void a_message_can_begin_with_a_command(String typed, boolean begins) {
        assertThat(Command.begins(typed, Command.HUMAN)).isEqualTo(begins);
    }

    @Test
    void a_long_message_is_no_command() {
        assertThat(Command.read("取消" + "！".repeat(4000))).isEmpty();
    }
}

package io.zhengxun.bot.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.binding.Wish.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only whole messages are taken for a wish about a binding. */
class WishTest {

    @ParameterizedTest
    @CsvSource({
        "确认绑定, CONFIRM", "'确认绑定。', CONFIRM", "' 确认 绑定！', CONFIRM", "確認綁定, CONFIRM",
        "绑定, LOOK", "我的绑定, LOOK", "解绑, UNBIND", "解除绑定, UNBIND", "解綁, UNBIND", "“解绑”, UNBIND",
        "确认解绑, CONFIRM_UNBINDING", "确认解除绑定, CONFIRM_UNBINDING"})
    void words_are_understood_as_people_type_and_say_them(String typed, Kind kind) {
        assertThat(Wish.read(typed)).contains(new Wish(kind, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"确认解绑12", "确认解绑 12", "确认解绑１２"})
    void one_of_several_can_be_meant(String typed) {
        assertThat(Wish.read(typed)).contains(new Wish(Kind.CONFIRM_UNBINDING, 12L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "怎么绑定", "陈甲子 S000044010001253000001", "确认", "确认绑定12", "确认解绑1234567890123456789",
        "请问我要怎么样才能够解除绑定呢我已经不在那个单位上班了所以不想收到解绑"})
    void all_else_is_left_to_the_rest_of_the_conversation(String typed) {
        assertThat(Wish.read(typed)).isEmpty();
    }
}

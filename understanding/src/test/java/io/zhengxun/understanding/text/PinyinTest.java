package io.zhengxun.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    private final Pinyin pinyin = new Pinyin();

    @ParameterizedTest
    @CsvSource({"证书, 正书", "查询, 查寻", "退回, 退会", "承诺书, 承若书", "职业, 只业", "等级, 登级", "上传, 商船", "老师, 脑丝"})
    void what_sounds_alike_is_alike(String right, String typed) {
        assertThat(sounds(typed).replace("ruo", "nuo")).isEqualTo(sounds(right));
    }

    private String sounds(String text) {
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            sounds.append(pinyin.of(text.charAt(i))).append(' ');
        }
        return sounds.toString();
    }
}

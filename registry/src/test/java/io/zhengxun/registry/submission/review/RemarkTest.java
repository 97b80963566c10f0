package io.zhengxun.registry.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.refusal.FieldFlaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"请核对\u0000姓名", "请核对\u202E姓名"})
    void a_remark_with_what_cannot_be_seen_is_refused(String text) {
        assertThat(Remark.flaw("remark", text)).contains(FieldFlaw.of("remark", "invisible-characters"));
    }

    @Test
    void a_remark_may_have_lines() {
        assertThat(Remark.flaw("remark", "第 2 行：姓名\n第 3 行：等级")).isEmpty();
    }
}

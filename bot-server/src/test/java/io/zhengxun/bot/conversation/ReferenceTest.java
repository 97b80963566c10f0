package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.intent.Intent;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "TS261124-7KQ2MX4T, COMPLAINT_STATUS", "ts261124 7kq2mx4t。, COMPLAINT_STATUS", "ＴＳ261124-7KQ2MX4T, COMPLAINT_STATUS",
        "TH261124-7KQ2MX4T, RETURN_REASON", "TS261124,", "我要投诉TS261124-7KQ2MX4T,", "S000044999999253000001,"
    })
    void a_reference_alone_asks_how_it_stands(String typed, Intent intent) {
        assertThat(Reference.askedAbout(typed)).isEqualTo(Optional.ofNullable(intent));
    }
}

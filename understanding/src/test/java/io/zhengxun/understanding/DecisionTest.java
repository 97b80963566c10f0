package io.zhengxun.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

    @ParameterizedTest
    @CsvSource({
        "某句话, 0.60, COMPLAINT, 0.39, TIME_LIMITS, CLEAR, COMPLAINT",
        "某句话, 0.59, COMPLAINT, 0.39, TIME_LIMITS, OFFER, 'COMPLAINT,TIME_LIMITS'",
        "某句话, 0.50, OUT_OF_SCOPE, 0.30, TIME_LIMITS, OFFER, TIME_LIMITS",
        "某句话, 0.90, OUT_OF_SCOPE, 0.30, TIME_LIMITS, NOT_UNDERSTOOD, ''",
        "某句话, 0.25, COMPLAINT, 0.14, TIME_LIMITS, NOT_UNDERSTOOD, ''",
        "S000044999999253000001, 0.90, COMPLAINT, 0.01, HUMAN, LOOK_UP, LOOKUP",
        "帮我看看 S000044999999253000001, 0.90, PROGRESS, 0.01, HUMAN, LOOK_UP, PROGRESS",
        "我要投诉 S000044999999253000001, 0.90, COMPLAINT, 0.01, HUMAN, CLEAR, COMPLAINT",
        "123456, 0.30, OUT_OF_SCOPE, 0.20, PROGRESS, UNKNOWN_NUMBER, ''",
        "😀！！, 0.90, GREETING, 0.01, HUMAN, UNREADABLE, ''"
    })
    void what_is_done_follows_from_fields_first_and_certainty_second(
            String typed, double first, Intent likeliest, double second, Intent next, Decision.Kind kind, String intents) {
        Understood understood =
                new Understood(List.of(new Guess(likeliest, first), new Guess(next, second)), FieldReader.read(typed));
        Decision decision = Decision.of(typed, understood);

        assertThat(decision.kind()).isEqualTo(kind);
        assertThat(decision.intents().stream().map(Intent::name).collect(Collectors.joining(","))).isEqualTo(intents);
    }
}

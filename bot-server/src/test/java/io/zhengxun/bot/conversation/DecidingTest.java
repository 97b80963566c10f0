package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidingTest {

    private static final String NUMBER = "S000044999999253000001";

    @ParameterizedTest
    @CsvSource({
        "0.61, COMPLAINT, 0.30, TIME_LIMITS, true, ''",
        "0.60, COMPLAINT, 0.39, TIME_LIMITS, true, ''",
        "0.59, COMPLAINT, 0.39, TIME_LIMITS, false, 'COMPLAINT,TIME_LIMITS'",
        "0.30, COMPLAINT, 0.12, TIME_LIMITS, false, 'COMPLAINT,TIME_LIMITS'",
        "0.45, COMPLAINT, 0.11, TIME_LIMITS, false, 'COMPLAINT'",
        "0.50, OUT_OF_SCOPE, 0.30, TIME_LIMITS, false, 'TIME_LIMITS'",
        "0.50, OUT_OF_SCOPE, 0.30, THANKS, false, ''",
        "0.25, COMPLAINT, 0.14, TIME_LIMITS, false, ''"
    })
    void certain_is_answered_close_is_offered_and_nothing_is_guessed(
            double first, Intent likeliest, double second, Intent next, boolean clear, String offered) {
        Understood understood = understood("某句话", new Guess(likeliest, first), new Guess(next, second));

        assertThat(Deciding.clear(understood).isPresent()).isEqualTo(clear);
        if (!clear) {
            assertThat(String.join(",", Deciding.close(understood).stream().map(Intent::name).toList())).isEqualTo(offered);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOOKUP, 0.9, LOOKUP", "PROGRESS, 0.9, PROGRESS", "NOT_FOUND, 0.9, LOOKUP", "TIME_LIMITS, 0.9, LOOKUP",
        "OUT_OF_SCOPE, 0.9, LOOKUP", "COMPLAINT, 0.5, LOOKUP"
    })
    void a_number_is_looked_up(Intent intent, double score, Intent by) {
        assertThat(Deciding.byFields(heard("我本证个名印错咗 " + NUMBER, new Guess(intent, score)))).contains(by);
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT", "CORRECT_DATA", "HUMAN", "DELETE_DATA"})
    void who_clearly_wants_something_else_gives_a_number_for_that(Intent intent) {
        assertThat(Deciding.byFields(heard("我本证个名印错咗 " + NUMBER, new Guess(intent, 0.9)))).isEmpty();
    }

    @Test
    void a_name_and_nothing_else_is_looked_up_whatever_it_sounds_like() {
        assertThat(Deciding.byFields(heard("陈甲子", new Guess(Intent.THANKS, 0.9)))).contains(Intent.LOOKUP);
        assertThat(Deciding.byFields(heard("姓名：陈甲子", new Guess(Intent.THANKS, 0.9)))).contains(Intent.LOOKUP);
    }

    @Test
    void in_place_of_what_nobody_is_asked_about_the_next_one_is_offered() {
        Understood understood = new Understood(
                List.of(new Guess(Intent.OUT_OF_SCOPE, 0.4), new Guess(Intent.COMPLAINT, 0.2), new Guess(Intent.PROGRESS, 0.15)),
                FieldReader.read("某句话"));

        assertThat(Deciding.close(understood)).containsExactly(Intent.COMPLAINT, Intent.PROGRESS);
    }

    @ParameterizedTest
    @CsvSource({"123456, true", "1234, false", "2022年, false", "编号123456, false", "a12345, true", "abcdef, false", NUMBER + ", false"})
    void digits_alone_are_a_number_that_is_not_known(String typed, boolean unknown) {
        assertThat(Deciding.isUnknownNumber(heard(typed, new Guess(Intent.OUT_OF_SCOPE, 0.9)))).isEqualTo(unknown);
    }

    private static Heard heard(String typed, Guess first) {
        return Heard.words(new OpenId("someone"), typed, understood(typed, first, new Guess(Intent.HUMAN, 0.05)));
    }

    private static Understood understood(String typed, Guess first, Guess second) {
        return new Understood(List.of(first, second), FieldReader.read(typed));
    }
}

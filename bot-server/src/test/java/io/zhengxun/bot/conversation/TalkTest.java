package io.zhengxun.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkTest {

    @Test
    void what_is_written_down_is_read_again() {
        Talk talk = new Talk(
                List.of(running("lookup").goneOn(asked("lookup", "two", "二？"))),
                List.of("某某 号码"),
                Optional.of(new Answered("fee_region", 0.98, "收费吗")));

        assertThat(TalkForm.read(TalkForm.written(talk))).isEqualTo(talk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1\tS0000\t\t", "{\"version\":2,\"talk\":{}}", "{\"version\":1,\"talk\":{\"running\":7}}"})
    void another_form_is_begun_anew(String written) {
        assertThat(TalkForm.read(written)).isEqualTo(Talk.NEW);
    }

    @Test
    void no_more_than_three_dialogs_wait_and_each_once() {
        Talk talk = Talk.NEW;
        for (String kind : List.of("a", "b", "a", "c", "d")) {
            talk = talk.begun(running(kind));
        }

        assertThat(talk.running()).extracting(Running::kind).containsExactly("a", "c", "d");
    }

    @Test
    void asked_again_is_no_step_to_go_back_to() {
        Running dialog = running("form").goneOn(asked("form", "one", "一，请重新回答")).goneOn(asked("form", "two", "二？"));

        Running before = dialog.goneBack().orElseThrow();

        assertThat(before.last().question()).isEqualTo("一？");
        assertThat(before.goneBack()).isEmpty();
    }

    @Test
    void who_goes_in_circles_is_remembered_for_twenty_steps() {
        Running dialog = running("form");
        for (int i = 0; i < 100; i++) {
            dialog = dialog.goneOn(asked("form", "step" + i, "？"));
        }

        assertThat(dialog.way()).hasSize(20);
        assertThat(dialog.last().state().step()).isEqualTo("step99");
    }

    private static Running running(String kind) {
        return new Running(Intent.ISSUANCE, List.of(asked(kind, "one", "一？")));
    }

    private static Asked asked(String kind, String step, String question) {
        return Asked.first(new DialogState(kind, step, Map.of("given", "陈甲子")), question);
    }
}

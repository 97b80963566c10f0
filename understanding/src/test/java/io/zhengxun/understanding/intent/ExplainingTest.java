package io.zhengxun.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.intent.Explanation.Near;
import io.zhengxun.understanding.intent.Explanation.Weighed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainingTest {

    private static IntentFinder finder;

    @BeforeAll
    static void load() {
        finder = IntentFinder.load(2);
    }

    @AfterEach
    void nothing_is_taught() {
        finder.learn(List.of());
    }

    @AfterAll
    static void close() {
        finder.close();
    }

    @Test
    void the_phrasings_in_the_program_are_those_that_were_learnt() {
        assertThat(Phrasings.builtIn())
                .containsExactlyInAnyOrderElementsOf(Phrasings.read(Path.of("src/main/resources/understanding/phrasings")));
    }

    @Test
    void the_words_that_carry_the_question_weigh_most_and_like_phrasings_are_of_the_intent() {
        Explanation why = finder.explain("今天天气不错，顺便问下查证书要不要收费");

        assertThat(why.guesses()).isEqualTo(finder.guess("今天天气不错，顺便问下查证书要不要收费"));
        assertThat(why.guesses().get(0).intent()).isEqualTo(Intent.FEE_REGION);
        assertThat(why.weighed().get(0)).satisfies(first -> {
            assertThat(first.words()).containsAnyOf("收", "费");
            assertThat(first.weight()).isEqualTo(1);
        });
        assertThat(why.nearest()).hasSize(5).extracting(Near::alike).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(why.nearest().get(0).phrasing().intent()).isEqualTo(Intent.FEE_REGION);
        assertThat(why.taught()).isEmpty();
    }

    @Test
    void what_staff_taught_is_named_as_the_reason() {
        Question lesson = Question.taught("commitment", "今天白菜多少钱一斤").orElseThrow();
        finder.learn(List.of(lesson));
        Explanation why = finder.explain("今天白菜多少钱一斤");

        assertThat(why.taught()).contains(lesson);
        assertThat(why.nearest().get(0)).isEqualTo(new Near(lesson, true, 1));
    }

    @Test
    void nothing_of_a_person_is_in_it() {
        Explanation why = finder.explain("姓名：陈甲子，身份证号44009919900307019X，证办好没");

        assertThat(why.toString()).doesNotContain("陈甲子", "44009919900307019X").contains("某某", "身份证号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "？", "好", "😀😀"})
    void of_next_to_nothing_there_is_little_to_say(String typed) {
        Explanation why = finder.explain(typed);

        assertThat(why.guesses()).hasSize(Intent.values().length);
        assertThat(why.weighed()).extracting(Weighed::words).doesNotContain("");
    }

    @Test
    void without_the_sentence_model_it_is_said_how_alike_texts_are_written() {
        IntentFinder lexical = new IntentFinder(TrainedIntents.load(), Optional.empty());

        assertThat(lexical.explain("查证书要不要收费").nearest()).isNotEmpty()
                .allSatisfy(near -> assertThat(near.alike()).isBetween(0.0, 1.0));
    }
}

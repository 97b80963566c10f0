package io.zhengxun.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff teach works at once, and leads nobody else astray. */
class TaughtIntentsTest {

    private static final Path PHRASINGS = Path.of("src/main/resources/understanding/phrasings");
    private static final Path DEVELOPMENT = Path.of("src/test/resources/understanding/development");

    /** The classifier takes it for out of scope. */
    private static final String NEW = "今天白菜多少钱一斤";

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

    @ParameterizedTest
    @ValueSource(strings = {NEW, "今天白菜多少錢，一斤？", "今天 白菜 多少钱一斤！！"})
    void who_writes_the_same_means_what_was_taught_and_no_longer_when_it_is_withdrawn(String typed) {
        finder.learn(List.of(taught(Intent.COMMITMENT, NEW)));
        List<Guess> guesses = finder.guess(typed);

        assertThat(guesses.get(0)).isEqualTo(new Guess(Intent.COMMITMENT, TaughtIntents.SAME));
        assertThat(guesses).extracting(Guess::intent).hasSize(Intent.values().length).doesNotHaveDuplicates();
        assertThat(guesses.stream().mapToDouble(Guess::score).sum()).isBetween(0.999, 1.001);
        finder.learn(List.of());
        assertThat(finder.guess(typed).get(0).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天白菜是多少钱一斤", "今天的白菜多少钱一斤", "请问今天白菜多少钱一斤"})
    void who_writes_nearly_the_same_is_understood_too(String typed) {
        finder.learn(List.of(taught(Intent.COMMITMENT, NEW)));

        assertThat(finder.guess(typed).get(0)).isEqualTo(new Guess(Intent.COMMITMENT, TaughtIntents.NEARLY_SAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天白菜没多少钱一斤", "今天汽车多少钱一辆", "白菜"})
    void the_opposite_and_what_only_shares_words_is_not_the_same(String typed) {
        List<Guess> before = finder.guess(typed);
        finder.learn(List.of(taught(Intent.COMMITMENT, NEW)));

        assertThat(finder.guess(typed)).isEqualTo(before);
    }

    @Test
    void the_first_of_two_meanings_holds_and_what_the_classifier_knows_better_stays() {
        finder.learn(List.of(taught(Intent.COMMITMENT, NEW), taught(Intent.TODO, NEW + "？")));
        assertThat(finder.guess(NEW).get(0).intent()).isEqualTo(Intent.COMMITMENT);

        List<Guess> sure = finder.guess("谢谢你啊");
        assertThat(sure.get(0).score()).isGreaterThan(TaughtIntents.NEARLY_SAME);
        finder.learn(List.of(taught(sure.get(0).intent(), "谢谢你")));
        assertThat(finder.guess("谢谢你啊")).isEqualTo(sure);
    }

    @Test
    void words_stand_for_names_and_numbers() {
        finder.learn(List.of(taught(Intent.COMMITMENT, "身份证号的白菜多少钱")));

        assertThat(finder.guess("44009919900307019X的白菜多少钱").get(0))
                .isEqualTo(new Guess(Intent.COMMITMENT, TaughtIntents.SAME));
    }

    @Test
    void no_more_is_kept_than_fits_the_memory() {
        IntentFinder lexical = new IntentFinder(TrainedIntents.load(), Optional.empty());
        List<Question> many = IntStream.rangeClosed(0, TaughtIntents.MOST)
                .mapToObj(i -> taught(Intent.THANKS, "说法" + i))
                .toList();
        lexical.learn(many);

        assertThat(lexical.guess("说法" + (TaughtIntents.MOST - 1)).get(0)).isEqualTo(new Guess(Intent.THANKS, TaughtIntents.SAME));
        assertThat(lexical.guess("说法" + TaughtIntents.MOST).get(0).score()).isLessThan(TaughtIntents.SAME);
    }

    @Test
    void no_development_question_is_led_astray_by_two_thousand_phrasings() throws IOException {
        List<Question> phrasings = new ArrayList<>(Phrasings.read(PHRASINGS));
        Collections.shuffle(phrasings, new Random(7));
        List<Question> right = development().stream()
                .filter(question -> finder.guess(question.text()).get(0).intent() == question.intent())
                .toList();
        finder.learn(phrasings.subList(0, TaughtIntents.MOST));

        assertThat(right).hasSizeGreaterThan(550).allSatisfy(question -> assertThat(finder.guess(question.text()).get(0).intent())
                .as(question.text())
                .isEqualTo(question.intent()));
    }

    private static Question taught(Intent intent, String text) {
        return new Question(intent, "taught", text);
    }

    private static List<Question> development() throws IOException {
        try (Stream<Path> files = Files.list(DEVELOPMENT)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .flatMap(file -> Question.readAll(file).stream())
                    .toList();
        }
    }
}

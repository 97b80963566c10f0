package io.zhengxun.bot.unanswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhengxun.bot.BotTest;
import io.zhengxun.registry.question.UnansweredQuestion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@BotTest
class UnansweredTest {

    @Autowired
    Unanswered unanswered;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nothing_was_asked() {
        jdbc.update("DELETE FROM unanswered_question");
        jdbc.update("DELETE FROM question_group");
    }

    @Test
    void a_question_is_kept_masked_and_without_who_asked() {
        unanswered.collect("帮我搞掂佢啦，姓名：王小明 身份证 110101199003078515", "lookup", 0.42);

        await().atMost(Duration.ofSeconds(5)).until(() -> kept().stream().anyMatch(text -> text.contains("搞掂")));
        assertThat(String.join("\n", kept())).doesNotContain("王小明", "1101", "8515");
        assertThat(jdbc.queryForMap("SELECT guessed_code, score FROM unanswered_question WHERE text LIKE '%搞掂%'"))
                .containsEntry("guessed_code", "lookup")
                .extractingByKey("score")
                .hasToString("0.420");
    }

    @Test
    void what_cannot_be_kept_fails_nobody_and_the_next_one_is_kept() {
        unanswered.collect(null, "lookup", 0.5);
        unanswered.collect("这个码不存在", "a code that is longer than its column", 0.5);
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            unanswered.collect("证书丢了怎么补办", "out_of_scope", 0.5);
            return kept().contains("证书丢了怎么补办");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "帮我看看 13-8001-38 这个", "一三八零零一三八零零零 打给我", "写信到 someone@example.cn", "微信号 abc12345x 加我", "？？？", " ", "8", "😀😀😀"
    })
    void what_still_looks_like_somebodys_or_says_nothing_is_not_kept(String typed) {
        assertThat(Anonymous.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022年考的证有用吗,2022年考的证有用吗", "'第一行\n第二行',第一行 第二行", "'　点解　查唔到 ',点解 查唔到"})
    void what_is_nobodys_stays_readable(String typed, String kept) {
        assertThat(Anonymous.of(typed)).contains(kept);
    }

    @Test
    void a_rant_is_kept_up_to_its_bound() {
        assertThat(Anonymous.of("怎么还不给我办".repeat(600)).orElseThrow()).hasSize(UnansweredQuestion.LONGEST);
        assertThat(Anonymous.of("证书😀".repeat(100)).orElseThrow()).doesNotContain("\uFFFD");
    }

    private List<String> kept() {
        return jdbc.queryForList("SELECT text FROM unanswered_question", String.class);
    }
}

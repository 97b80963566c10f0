package io.zhengxun.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Mode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class BenchTest {

    private static final Account ACCOUNT =
            new Account(FakeBot.APP_ID, FakeBot.TOKEN, FakeBot.AES_KEY, FakeBot.SECRET, Mode.SAFE);

    private final FakeBot bot = new FakeBot();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void right_answers_are_counted_and_the_quantiles_printed() throws InterruptedException {
        bot.answers(push -> bot.text(push, "编号 " + push.field("Content").substring(1)));
        assertThat(bench(bot.baseUrl(), ACCOUNT).run("chat", "--rate", "50", "--seconds=1", "--warm-up", "2"))
                .isEqualTo(Bench.GOOD);
        assertThat(output()).contains("50 at 50/s", "throughput", "p50", "p90", "p99", "max", "over 1 s", "look up", "errors")
                .containsPattern("errors +0");
        assertThat(bot.received()).hasSize(100);
        Set<String> users = new HashSet<>();
        Set<String> ids = new HashSet<>();
        bot.received().forEach(push -> {
            users.add(push.field("FromUserName"));
            ids.add(push.field("MsgId"));
        });
        assertThat(users).hasSize(100).allMatch(user -> user.length() == 28);
        assertThat(ids).hasSize(100);
    }

    @Test
    void every_other_answer_is_an_error_of_its_kind() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        bot.answers(push -> switch (asked.getAndIncrement() % 4) {
            case 0 -> bot.text(push, "查不到");
            case 1 -> new FakeBot.Answer(500, "");
            case 2 -> new FakeBot.Answer(200, "success");
            default -> new FakeBot.Answer(200, FakeBot.plainText(push, push.field("Content").substring(1)));
        });
        assertThat(bench(bot.baseUrl(), ACCOUNT).run("chat", "--rate", "40", "--seconds", "1", "--warm-up", "0"))
                .isEqualTo(Bench.ERRORS);
        assertThat(output()).containsPattern("errors +40")
                .containsPattern("another answer: 查不到 +10")
                .containsPattern("HTTP 500 +10")
                .containsPattern("no text in the answer +10")
                .containsPattern("invalid reply: plain-in-safe-mode +10");
    }

    @Test
    void a_stall_makes_the_messages_behind_it_late() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        bot.answers(push -> {
            synchronized (asked) {
                if (asked.getAndIncrement() == 0) {
                    long until = System.nanoTime() + Duration.ofMillis(500).toNanos();
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                }
            }
            return bot.text(push, push.field("Content").substring(1));
        });
        bench(bot.baseUrl(), ACCOUNT).run("chat", "--rate", "20", "--seconds", "1", "--warm-up", "0");
        // Ten messages were due while the first was served: the 90th percentile must show their waiting.
        assertThat(Double.parseDouble(output().replaceAll("(?s).*p90 +([0-9.]+) ms.*", "$1"))).isGreaterThan(350);
    }

    @Test
    void an_absent_system_is_one_clear_line() throws InterruptedException {
        bot.close();
        assertThat(bench(bot.baseUrl(), ACCOUNT).run("chat")).isEqualTo(Bench.UNREACHABLE);
        assertThat(output().lines()).hasSize(1).first().asString().startsWith("Nothing answers at http://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Say what to measure",
                "talk | Unknown: talk",
                "chat --rate | --rate needs a number",
                "chat --rate fast | --rate needs a whole number",
                "chat --rate 0 | --rate must be from 1 to 5000",
                "chat --seconds=3601 | --seconds must be from 1 to 3600",
                "chat --speed 3 | Unknown option: --speed",
                "watch --due 0 | --due must be from 1 to 10000",
                "watch --deadlines=5000 --due=1000 | --due must be at most --deadlines divided by 58",
                "watch --rows 3 | Unknown option: --rows"
            })
    void a_wrong_command_line_is_explained_with_the_usage(String line, String words) throws InterruptedException {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        assertThat(bench(bot.baseUrl(), ACCOUNT).run(arguments)).isEqualTo(Bench.MISUSE);
        assertThat(output()).startsWith(words).contains("Usage: ./bench chat");
    }

    @Test
    void help_is_no_misuse() throws InterruptedException {
        assertThat(bench(bot.baseUrl(), ACCOUNT).run("--help")).isEqualTo(Bench.GOOD);
    }

    @ParameterizedTest
    @CsvSource({"server.port, x, PORT", "server.port, 70000, PORT", "zhengxun.wechat.mp.mode, secret, WECHAT_MP_MODE",
            "zhengxun.wechat.mp.aes-key, short, WECHAT_MP_AES_KEY"})
    void unusable_settings_are_named(String property, String value, String variable) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("good", Map.of(
                "server.port", "8080", "zhengxun.wechat.mp.app-id", "wx1", "zhengxun.wechat.mp.aes-key", FakeBot.AES_KEY)));
        assertThat(Target.of(environment).callback()).hasToString("http://127.0.0.1:8080/wechat/callback/wx1");
        environment.getPropertySources().addFirst(new MapPropertySource("bad", Map.of(property, value)));
        assertThatThrownBy(() -> Target.of(environment)).hasMessageContaining(variable);
    }

    @Test
    void the_rate_rises_in_the_warm_up_and_is_steady_then() {
        Options options = Options.parse("chat", "--rate", "10", "--seconds", "1", "--warm-up", "4");
        assertThat(options.warmUpMessages()).isEqualTo(20);
        assertThat(options.dueNanos(0)).isZero();
        assertThat(options.dueNanos(5)).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(options.dueNanos(20)).isEqualTo(Duration.ofSeconds(4).toNanos());
        assertThat(options.dueNanos(29)).isEqualTo(Duration.ofMillis(4900).toNanos());
    }

    @Test
    void every_kind_of_message_comes_up_and_a_dialog_is_one_persons() {
        DemoQuestions questions = new DemoQuestions(7);
        List<Question> asked = IntStream.range(0, 20_000).mapToObj(questions::apply).toList();
        assertThat(asked.stream().collect(Collectors.groupingBy(Question::kind, Collectors.counting())))
                .isEqualTo(Map.of(Question.Kind.LOOK_UP, 8000L, Question.Kind.FREE, 7000L, Question.Kind.STEP, 3000L,
                        Question.Kind.MENU, 1000L, Question.Kind.OUT_OF_SCOPE, 1000L));
        assertThat(asked.stream().filter(one -> one.asker() == -1).map(Question::words)).hasSize(3).startsWith("查证书");
        assertThat(asked.stream().filter(one -> one.asker() == -2).map(Question::words))
                .hasSize(6).startsWith("我要投诉", "1").endsWith("取消");
        assertThat(asked.stream().filter(one -> one.asker() >= 0).map(Question::asker)).doesNotHaveDuplicates();
    }

    @Test
    void what_took_longer_than_a_second_is_its_share() {
        assertThat(Tally.late(new long[] {1, 1_000_000_000, 1_000_000_001, 2_000_000_000})).isEqualTo("50.00 %");
        assertThat(Tally.late(new long[0])).isEqualTo("0.00 %");
    }

    @Test
    void quantiles_are_of_the_nearest_rank() {
        long[] sorted = new long[100];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = TimeUnit.MILLISECONDS.toNanos(i + 1);
        }
        assertThat(Tally.millis(sorted, 0.50)).isEqualTo("50.0 ms");
        assertThat(Tally.millis(sorted, 0.99)).isEqualTo("99.0 ms");
        assertThat(Tally.millis(sorted, 1.00)).isEqualTo("100.0 ms");
        assertThat(Tally.millis(new long[0], 0.5)).isEqualTo("-");
    }

    private Bench bench(String baseUrl, Account account) {
        Target target = new Target(URI.create(baseUrl + "/wechat/callback/" + account.appId()), account);
        return new Bench(target, n -> new Question(Question.Kind.LOOK_UP, n, "问S%06d".formatted(n), "S%06d".formatted(n)),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

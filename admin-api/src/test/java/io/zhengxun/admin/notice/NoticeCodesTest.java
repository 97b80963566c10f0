package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.notice.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every code that the sources can write into the life of a notice has its words: none reaches a person as it is. */
class NoticeCodesTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final List<String> PLACES = List.of(
            "notifier/src/main/java",
            "wechat/src/main/java",
            "bot-server/src/main/java/io/zhengxun/bot/receipt",
            "registry/src/main/java/io/zhengxun/registry/notice",
            "registry/src/main/java/io/zhengxun/registry/submission/returns");

    /** Statements in which a code is made. */
    private static final Pattern MAKES = Pattern.compile("Outcome\\.of\\(|new Outcome\\(|new ApiError\\(|unknown\\(\"|unknown\\(late"
            + "|Verdict\\.(obsolete|changed)\\(|Reached\\.nobody\\(|Reason\\.of\\(|onward\\(|outdate\\(|giveUp\\(|Decision why"
            + "|codes\\.put\\(|String cause\\(\\)|static final String (DUE_ON|OWN_COUNT|STOPPED|NOT_CONFIGURED) ");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z_. ]*|-?\\d+)\"");
    private static final Pattern DECISION = Pattern.compile("Decision\\.(\\w+)");
    private static final Pattern RESULT = Pattern.compile("Result\\.(\\w+) \\+ \" \"");
    private static final Pattern CAUSE_IN_SQL = Pattern.compile("cause = '(\\w+)'");
    /** What stands in such a statement and is no code. */
    private static final Set<String> OTHER = Set.of("OK", "Ok", "success", "msgid", "block", "day");

    private final NoticeWords words;

    NoticeCodesTest() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/registry", "messages/admin");
        messages.setDefaultEncoding("UTF-8");
        words = new NoticeWords(messages);
    }

    @Test
    void each_code_of_the_sources_is_put_into_words() {
        Set<String> codes = codes();

        assertThat(codes).contains("closed", "not JSON", "no token in time", "TOLD_BY_NEWER", "CHANNEL_DOWN", "QUOTA",
                "OWN_COUNT", "RECEIVED", "NO_RECIPIENT", "CONTACT_ENDED", "45009", "isv.MOBILE_", "dueOn", "CANCELLED");
        assertThat(codes).allSatisfy(code -> assertThat(words.cause(code))
                .as(code)
                .containsPattern("[\\u4e00-\\u9fff]")
                .doesNotStartWith("其他情况"));
    }

    @Test
    void each_class_of_an_outcome_is_put_into_words() throws IOException {
        String outcome = Files.readString(ROOT.resolve("notifier/src/main/java/io/zhengxun/notifier/channel/Outcome.java"));
        List<String> classes = Pattern.compile("(?m)^ {8}([A-Z_]+)[,]?$").matcher(outcome).results()
                .map(match -> match.group(1)).toList();

        assertThat(classes).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(
                        words.sentence(NoticeWordsTest.attempt(name), "")).doesNotContain(name));
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        sources().forEach(file -> {
            if (file.endsWith("ErrorClass.java")) {
                Pattern.compile("(?m)[( ](-?\\d{1,7})(?=[,)])").matcher(text(file)).results()
                        .forEach(match -> codes.add(match.group(1)));
            }
            Pattern.compile("REFUSING = Set\\.of\\(\"(\\d+)\", \"(\\d+)\"").matcher(text(file)).results()
                    .forEach(match -> codes.addAll(List.of(match.group(1), match.group(2))));
            find(CAUSE_IN_SQL, text(file), codes);
            Arrays.stream(text(file).split(";")).filter(statement -> MAKES.matcher(statement).find()).forEach(statement -> {
                find(LITERAL, statement, codes);
                find(DECISION, statement, codes);
                find(RESULT, statement, codes);
            });
        });
        codes.removeAll(OTHER);
        // What a try or a decision says by itself, and never becomes a cause.
        Stream.of(Decision.RETRY, Decision.CHANGED, Decision.OBSOLETE, Decision.GAVE_UP, Decision.QUIET_HOURS,
                        Decision.FELL_BACK, Decision.UNTRACEABLE, Decision.IN_DOUBT)
                .map(Decision::name).forEach(codes::remove);
        return codes;
    }

    private static void find(Pattern pattern, String text, Set<String> codes) {
        pattern.matcher(text).results().forEach(match -> codes.add(match.group(1).strip()));
    }

    private static Set<Path> sources() {
        Set<Path> files = new TreeSet<>();
        for (String place : PLACES) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(place))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

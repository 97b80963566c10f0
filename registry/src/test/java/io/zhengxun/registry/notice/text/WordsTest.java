package io.zhengxun.registry.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shortened stays true: no number, date or code is ever cut. */
class WordsTest {

    private static final Pattern ALPHANUMERICAL = Pattern.compile("[A-Za-z\\p{N}]+");
    private static final Pattern DATE = Pattern.compile("\\d+年\\d+月\\d+日");

    @ParameterizedTest
    @CsvSource({
        "广东省职业技能服务指导中心, 20, 广东省职业技能服务指导中心",
        "广东省职业技能服务指导中心, 13, 广东省职业技能服务指导中心",
        "广东省职业技能服务指导中心, 12, 广东省职业技能服务指导…",
        "退回单TH261123-3FZ8WA5N的更正, 20, 退回单…",
        "请于2026年12月7日前更正, 13, 请于2026年12月7日…",
        "请于2026年12月7日前更正, 12, 请于…",
        "请于12月7日前更正, 8, 请于12月7日…",
        "请于12月7日前更正, 7, 请于…",
        "共12万人次参加, 5, 共12万…",
        "共12万人次参加, 4, 共…",
        "共1234.56元整, 6, 共…",
        "第一百二十条规定, 6, 第一百二十…",
        "第一百二十条规定, 5, 第…",
        "2026-12-07 到期的更正, 10, ''",
        "３４５６７８号文件, 5, ''",
        "电工👩‍🏫👩‍🏫👩‍🏫, 8, 电工👩‍🏫…"})
    void whole_numbers_dates_and_codes_are_kept_or_dropped(String text, int limit, String shortened) {
        assertThat(Words.shortened(text, limit)).isEqualTo(shortened);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "  市\t技能　中心\r\n" | 市 技能 中心
            "示\u200B例\u202E中心"   | 示例中心
            "示例\uD83D"         | 示例""")
    void what_nobody_can_read_is_left_out(String text, String clean) {
        assertThat(Words.clean(text)).isEqualTo(clean);
    }

    @Property(tries = 3000)
    void a_shortened_text_fits_and_has_only_whole_numbers_and_dates(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 40) int limit) {
        String clean = Words.clean(text);
        String shortened = Words.shortened(clean, limit);

        assertThat(Words.length(shortened)).isLessThanOrEqualTo(limit);
        assertThat(found(ALPHANUMERICAL, clean)).containsAll(found(ALPHANUMERICAL, shortened));
        String stem = shortened.endsWith("…") ? shortened.substring(0, shortened.length() - 1) : shortened;
        assertThat(clean).startsWith(stem);
        List<MatchResult> dates = DATE.matcher(clean).results().toList();
        assertThat(dates).allSatisfy(date ->
                assertThat(stem.length() <= date.start() || stem.length() >= date.end()).isTrue());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new HashSet<>(pattern.matcher(text).results().map(MatchResult::group).toList());
    }

    /** Names, numbers, dates, codes and rubbish in any order. */
    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of("广州市", "职业技能", "退回单", "，", "。", " ", "（", "）", "…", "-", "的", "共", "条"),
                        Arbitraries.integers().between(0, 999_999).map(String::valueOf),
                        Arbitraries.of("2026年12月7日", "2026-12-07", "12月7日", "TH261123-3FZ8WA5N", "12.50", "3,000", "95%"),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}

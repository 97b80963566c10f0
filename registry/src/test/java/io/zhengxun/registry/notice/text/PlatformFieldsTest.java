package io.zhengxun.registry.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform would refuse cannot be built (wechat-platform.md 6.4). */
class PlatformFieldsTest {

    private static final NoticeTexts TEXTS = NoticeWords.texts();

    @Test
    void a_return_fills_a_template() {
        Map<String, String> mapping = new LinkedHashMap<>();
        mapping.put("thing1", "institution");
        mapping.put("character_string2", "batch");
        mapping.put("number3", "rows");
        mapping.put("thing4", "by");
        mapping.put("date5", "dueOn");
        mapping.put("time6", "dueOn");
        mapping.put("phrase7", "state");
        mapping.put("name8", "institution");
        mapping.put("thing9", "=点击查看退回原因并确认收到");

        assertThat(PlatformFields.flaws(NoticeKind.RETURN, mapping)).isEmpty();
        assertThat(PlatformFields.of(TEXTS.of(NoticeKind.RETURN, NoticeSamples.of(NoticeKind.RETURN)), mapping))
                .containsExactly(
                        Map.entry("thing1", "广州市示例职业培训学校有限公司"),
                        Map.entry("character_string2", "PC261123-7KQ2MX4T"),
                        Map.entry("number3", "12"),
                        Map.entry("thing4", "广州市技能中心"),
                        Map.entry("date5", "2026年12月7日"),
                        Map.entry("time6", "2026年12月7日 23:59"),
                        Map.entry("phrase7", "待更正"),
                        Map.entry("name8", "广州市示例职业培训…"),
                        Map.entry("thing9", "点击查看退回原因并确认收到"));
    }

    @ParameterizedTest
    @CsvSource({
        "thing1, institution, ''",
        "number1, rows, ''",
        "character_string1, dueOn, ''",
        "character_string1, institution, the platform does not take institution",
        "number1, dueOn, the platform does not take dueOn",
        "number1, batch, the platform does not take batch",
        "phrase1, by, the platform does not take by",
        "time1, rows, the platform does not take rows",
        "letter1, batch, the platform does not take batch",
        "enum1, state, the platform does not take state",
        "thing1, holder, there is no value holder",
        "thing, by, its type is unknown",
        "first, by, its type is unknown",
        "stuff1, by, its type is unknown",
        "enum1, =待处理, ''",
        "amount1, =¥12.50元, ''",
        "phone_number1, =020-12345678, ''",
        "letter1, =ABC, ''",
        "symbol1, =★★, ''",
        "car_number1, =粤A12345, ''",
        "short_thing1, =待办, ''",
        "const1, =待办, ''",
        "letter1, =待办, the platform does not take this constant",
        "phrase1, =待办理更正, ''",
        "phrase1, =请尽快办理更正, the platform does not take this constant",
        "thing1, =, the platform does not take this constant"})
    void a_mapping_that_cannot_work_is_found_at_the_start(String key, String source, String flaw) {
        List<String> flaws = PlatformFields.flaws(NoticeKind.RETURN, Map.of(key, source));
        if (flaw.isEmpty()) {
            assertThat(flaws).isEmpty();
        } else {
            assertThat(flaws).singleElement().asString().contains(key, flaw);
        }
    }

    @Test
    void a_fact_that_may_be_lacking_needs_a_field_with_a_word_for_it() {
        assertThat(PlatformFields.flaws(NoticeKind.RETURNED, Map.of("date1", "dueOn"))).hasSize(1);
        assertThat(PlatformFields.flaws(NoticeKind.RETURNED, Map.of("thing1", "dueOn"))).isEmpty();
        assertThat(PlatformFields.flaws(NoticeKind.RETURNED, Map.of())).hasSize(1);
        NoticeText text = TEXTS.of(NoticeKind.RETURNED, Map.of("occupation", "电工", "level", "高级工", "dueOn", ""));
        assertThat(PlatformFields.of(text, Map.of("thing1", "dueOn", "character_string2", "dueOn")))
                .isEqualTo(Map.of("thing1", "待定，评价机构收到退回通知后起算", "character_string2", "-"));
    }

    @ParameterizedTest
    @CsvSource({"date1, dueOn", "number1, rows", "time1, dueOn", "stuff1, rows", "thing1, nothing", "enum1, rows", "letter1, =待办"})
    void nothing_is_built_where_a_value_is_missing_that_has_no_word(String key, String source) {
        NoticeText text = TEXTS.of(NoticeKind.RETURN, Map.of("rows", "many", "dueOn", "2026-02-30"));
        assertThat(PlatformFields.of(text, Map.of(key, source, "thing2", "title"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void every_sample_fills_every_field_that_takes_its_values(NoticeKind kind) {
        NoticeText text = TEXTS.of(kind, NoticeSamples.of(kind));
        assertThat(mappings(kind).toList()).isNotEmpty().allSatisfy(mapping ->
                assertThat(PlatformFields.of(text, mapping)).hasSize(1).allSatisfy((key, value) ->
                        assertThat(PlatformRules.accept(key, value)).as("%s = %s", key, value).isTrue()));
    }

    @Property(tries = 2000)
    void whatever_the_facts_are_the_platform_takes_every_field(
            @ForAll NoticeKind kind, @ForAll("facts") Map<String, String> facts) {
        NoticeText text = TEXTS.of(kind, facts);
        mappings(kind).forEach(mapping -> PlatformFields.of(text, mapping).forEach((key, value) ->
                assertThat(PlatformRules.accept(key, value)).as("%s = <%s>", key, value).isTrue()));
    }

    @ParameterizedTest
    @MethodSource
    void the_checker_of_these_tests_can_refuse(String key, String value) {
        assertThat(PlatformRules.accept(key, value)).isFalse();
    }

    static Stream<Arguments> the_checker_of_these_tests_can_refuse() {
        return Stream.of(
                        new String[] {"thing1", "一".repeat(21)}, new String[] {"thing1", ""},
                        new String[] {"thing1", " 一"}, new String[] {"thing1", "一\n二"},
                        new String[] {"number1", "一"}, new String[] {"character_string1", "一"},
                        new String[] {"name1", "一".repeat(11)}, new String[] {"phrase1", "a"},
                        new String[] {"date1", "2026年12月7"}, new String[] {"time1", "24:00"})
                .map(pair -> Arguments.of(pair[0], pair[1]));
    }

    /** One field each, of every type with every value that it takes. */
    private static Stream<Map<String, String>> mappings(NoticeKind kind) {
        List<String> sources = Stream.concat(
                        NoticeFacts.of(kind).stream().map(NoticeFacts.Fact::name), Stream.of("title", "state"))
                .toList();
        return Arrays.stream(PlatformType.values())
                .flatMap(type -> sources.stream().map(source -> Map.of(type.prefix() + "1", source)))
                .filter(mapping -> PlatformFields.flaws(kind, mapping).isEmpty());
    }

    @Provide
    static Arbitrary<Map<String, String>> facts() {
        Arbitrary<String> values = Arbitraries.oneOf(
                WordsTest.texts(),
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.of("", "2026-12-07", "2026-02-30", "+12026-01-01", "0999-01-01", "00012"));
        List<String> names = Arrays.stream(NoticeKind.values())
                .flatMap(kind -> NoticeFacts.of(kind).stream())
                .map(NoticeFacts.Fact::name)
                .distinct()
                .toList();
        return values.list().ofSize(names.size()).map(all -> {
            Map<String, String> facts = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                facts.put(names.get(i), all.get(i));
            }
            return facts;
        });
    }
}

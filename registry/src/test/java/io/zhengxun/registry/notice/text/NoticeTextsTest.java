package io.zhengxun.registry.notice.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What notices say. */
class NoticeTextsTest {

    private static final NoticeTexts TEXTS = NoticeWords.texts();

    @Test
    void a_return_says_what_went_back_from_whom_and_by_when_it_is_due() {
        NoticeText text = TEXTS.of(NoticeKind.RETURN, NoticeSamples.of(NoticeKind.RETURN));

        assertThat(text.subject()).isEqualTo("证书数据退回通知：批次 PC261123-7KQ2MX4T 退回 12 条，请于 2026年12月7日前更正");
        assertThat(text.body())
                .startsWith("广州市示例职业培训学校有限公司：\n\n贵机构上报的证书数据批次 PC261123-7KQ2MX4T 中有 12 条被广州市技能中心退回")
                .contains("退回单 TH261123-3FZ8WA5N", "今日收到本通知的，请于 2026年12月7日（含当日）前更正");
        assertThat(text.sms())
                .isEqualTo("批次PC261123-7KQ2MX4T有12条证书数据被广州市技能中心退回，退回单TH261123-3FZ8WA5N，请于2026年12月7日（含当日）前更正。");
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void every_kind_has_its_words_and_a_sample_that_lacks_nothing(NoticeKind kind) {
        Map<String, String> sample = NoticeSamples.of(kind);
        NoticeText text = TEXTS.of(kind, sample);

        assertThat(NoticeFacts.missing(kind, sample)).isEmpty();
        assertThat(text.subject() + text.body() + text.sms()).doesNotContain("{", "null", "（请点击详情查看）");
        assertThat(text.title()).hasSizeBetween(2, 20);
        assertThat(text.values().get("state").fact()).matches("\\p{IsHan}{1,5}");
        assertThat(text.subject()).doesNotContain("\n");
        assertThat(text.sms()).doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void a_notice_without_its_facts_still_reads_politely(NoticeKind kind) {
        NoticeText text = TEXTS.of(kind, Map.of());

        assertThat(text.subject() + text.body() + text.sms()).contains("（请点击详情查看）").doesNotContain("{", "null");
        assertThat(NoticeFacts.missing(kind, Map.of())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = NoticeKind.class, names = {"PUBLISHED", "RETURNED"})
    void holders_are_told_nothing_but_their_occupation_level_and_day(NoticeKind kind) {
        Map<String, String> facts = new HashMap<>(NoticeSamples.of(kind));
        facts.put("reason", "内部原因");
        facts.put("institution", "示例机构");
        NoticeText text = TEXTS.of(kind, facts);

        assertThat(text.subject() + text.body() + text.sms()).doesNotContain("内部原因", "示例机构");
        assertThat(text.values()).doesNotContainKeys("reason", "institution");
    }

    @Test
    void a_holder_is_told_that_no_deadline_runs_yet() {
        NoticeText text = TEXTS.of(NoticeKind.RETURNED, Map.of("occupation", "电工", "level", "高级工", "dueOn", ""));
        assertThat(text.sms()).contains("更正期限：待定，评价机构收到退回通知后起算");
        assertThat(PlatformFields.of(text, Map.of("thing3", "dueOn")))
                .containsExactly(Map.entry("thing3", "待定，评价机构收到退回通知后起算"));
    }

    @Test
    void the_most_pressing_item_is_named_by_what_is_to_be_done() {
        NoticeText text = TEXTS.of(NoticeKind.DEADLINES, NoticeSamples.of(NoticeKind.DEADLINES));
        assertThat(PlatformFields.of(text, Map.of("thing4", "first"))).containsEntry("thing4", "更正市技能中心退回的数据…");
    }

    @Test
    void a_fact_cannot_break_into_another_line() {
        NoticeText text = TEXTS.of(NoticeKind.TEST, Map.of("by", "中心\r\nBcc: x@example.com", "day", "2026-11-23"));
        assertThat(text.body()).contains("这是中心 Bcc: x@example.com于 2026年11月23日发出");
    }
}

package io.zhengxun.admin.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.problem.Problems;
import io.zhengxun.registry.deadline.DeadlineSettings;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.WorkingDays;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DeadlineControllerTest {

    private final ResourceBundleMessageSource messages = messages();
    private final MockMvcTester api = MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                    new DeadlineController(new Deadlines(() -> new WorkingDays(List.of()), DeadlineSettings.ofTheTable(), messages)))
            .setControllerAdvice(new Problems(messages))
            .build());

    @Test
    void a_due_date_is_told_with_its_reason() {
        MvcTestResult answer = ask("?rule=D6&start=2026-09-22");
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {
                  "rule": "D6",
                  "start": "2026-09-22",
                  "dueDate": "2026-10-13",
                  "dueAt": "2026-10-14T00:00:00+08:00",
                  "provisional": false,
                  "explanation": "更正省技能中心退回的数据：自收到退回通知之日（2026-09-22）次日起算，第 10 个工作日为 2026-10-13；\
                跳过周末 1 天、中秋节 09-25 至 09-27、国庆节 10-01 至 10-07；10-10（周六）补班计入；以当日 24:00 为止。"
                }""");
    }

    @ParameterizedTest
    @CsvSource({
        "d1, 2026-12-02, 2027-01-01, true",
        "D8, 2025-08-31, 2026-02-28, false",
        "D3, 2000-01-01, 2000-01-21, true",
        "D8, 2100-12-31, 2101-06-30, true",
        "d10, 2026-09-24, 2026-09-28, false",
        "d9_urgent, 2026-09-24T23:30, 2026-09-25, false",
    })
    void any_rule_of_either_case_is_known(String rule, String start, String dueDate, boolean provisional) {
        assertThat(ask("?rule=" + rule + "&start=" + start))
                .bodyJson()
                .hasPathSatisfying("$.rule", name -> name.assertThat().isEqualTo(rule.toUpperCase()))
                .hasPathSatisfying("$.dueDate", date -> date.assertThat().isEqualTo(dueDate))
                .hasPathSatisfying("$.provisional", flag -> flag.assertThat().isEqualTo(provisional));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "?start=2026-09-22", "?rule=&start=2026-09-22", "?rule=D9&start=2026-09-22", "?rule=D6&rule=D7",
    })
    void an_unknown_rule_is_refused_with_the_known_ones(String query) {
        assertRefused(query, "deadline-rule", 
                "参数 rule 应为 D1、D2、D3、D4、D5、D6、D7、D8、D9_URGENT、D9_FAST、D9_NORMAL、D10、D11_ANSWER、D11_RESOLUTION、D11_STATEMENT 之一");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "&start=", "&start=2026-02-29", "&start=2026-9-2", "&start=20260902", "&start=%3Cb%3E",
        "&start=2026-09-22T00:00",
    })
    void what_is_no_date_is_refused_with_the_format(String start) {
        assertRefused("?rule=D6" + start, "deadline-start", "参数 start 应为真实存在的日期，格式为 年-月-日，例如 2026-09-22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&start=2026-09-22", "&start=2026-09-22T24:30", "&start=x"})
    void a_rule_of_hours_asks_for_a_time_of_day(String start) {
        assertRefused(
                "?rule=D9_FAST" + start,
                "deadline-instant",
                "该规则按小时计算，参数 start 应为真实存在的时刻，格式为 年-月-日T时:分，例如 2026-09-22T10:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01", "0000-01-01", "-0001-01-01", "%2B999999999-12-31"})
    void a_year_out_of_reach_is_refused_with_the_range(String start) {
        assertRefused("?rule=D8&start=" + start, "deadline-year", "参数 start 的年份应在 2000 至 2100 之间");
    }

    private void assertRefused(String query, String code, String detail) {
        MvcTestResult answer = ask(query);
        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.code", value -> value.assertThat().isEqualTo(code))
                .hasPathSatisfying("$.detail", value -> value.assertThat().isEqualTo(detail))
                .hasPathSatisfying("$.title", value -> value.assertThat().isEqualTo("请求参数有误"))
                .hasPathSatisfying("$.status", value -> value.assertThat().isEqualTo(400));
    }

    private MvcTestResult ask(String query) {
        return api.get().uri(URI.create("/api/deadlines/calculate" + query)).exchange();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/registry", "messages/admin");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.desk.NoticeFilter;
import io.zhengxun.registry.notice.desk.NoticeStatistics;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the notices of one's scope went. */
@RestController
@Tag(name = "通知")
class StatisticsController {

    private static final int USUAL_DAYS = 7;

    private final NoticeStatistics statistics;
    private final StatisticsViews views;
    private final Clock clock;

    StatisticsController(NoticeStatistics statistics, StatisticsViews views, Clock clock) {
        this.statistics = statistics;
        this.views = views;
        this.clock = clock;
    }

    record Query(
            @Parameter(description = "生成日期自（含）；不填为截止日期前 7 日内", example = "2026-11-17") String from,
            @Parameter(description = "生成日期至（含）；不填为今天。期间最多 92 天", example = "2026-11-23") String to) {}

    @Schema(name = "通知统计")
    record View(
            LocalDate from,
            LocalDate to,
            @Schema(description = "按通知种类") List<OfKind> kinds,
            @Schema(description = "按种类和渠道：每次发送的结果") List<OfChannel> channels,
            @Schema(description = "此刻待发送的，不论何时生成") List<Waiting> waiting) {}

    @Schema(name = "通知统计（种类）")
    record OfKind(
            @Schema(example = "RETURN") String kind,
            String kindText,
            @Schema(description = "生成") long written,
            @Schema(description = "至少一个渠道已受理") long accepted,
            @Schema(description = "确认送达（电子邮件和短信无送达确认，不计入）") long delivered,
            @Schema(description = "按状态") List<Count> states,
            @Schema(description = "未送达的，按原因；先列最多的") List<Failure> failures) {}

    record Count(String state, String stateText, long notices) {}

    @Schema(name = "通知未送达原因")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String state, String cause, String causeText, long notices) {}

    @Schema(name = "通知统计（渠道）")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfChannel(
            @Schema(example = "RETURN") String kind,
            @Schema(example = "TEMPLATE") String channel,
            String channelText,
            @Schema(description = "发送次数，含重试") long tries,
            @Schema(description = "被受理") long accepted,
            @Schema(description = "受理后确认送达") long delivered,
            @Schema(description = "受理后回报未送达") long notDelivered,
            @Schema(description = "自事项提交（落库）之时起 10 秒内被受理的比例；首次受理的才计，夜间推迟和重发的不计；没有可计的不显示", example = "0.998")
                    Double withinTenSeconds,
            @Schema(description = "未被受理的，按结果和平台代码；先列最多的") List<Refused> refusals) {}

    @Schema(name = "渠道未受理")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(String outcome, String code, String codeText, long tries) {}

    @Schema(name = "待发送的通知")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            String channel,
            String channelText,
            @Schema(description = "全部待发送的，含夜间推迟和待重试的") long notices,
            @Schema(description = "其中最早的一条生成于") String oldest,
            @Schema(description = "其中已到发送时间的") long due,
            @Schema(description = "已到发送时间最久的一条，自何时起") String dueSince) {}

    @GetMapping("/api/notices/statistics")
    @Allowed({
        Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR
    })
    @Operation(summary = "通知统计", description = "按生成日期统计本账号范围内的通知；统计的是现在的状态。")
    View statistics(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Query.class);
        LocalDate typedTo = parameters.day("to", query.to());
        LocalDate to = typedTo == null ? LegalTime.dayOf(clock.instant()) : typedTo;
        LocalDate typedFrom = parameters.day("from", query.from());
        LocalDate from = typedFrom == null ? to.minusDays(USUAL_DAYS - 1) : typedFrom;
        if (to.isBefore(from)) {
            parameters.flaw("to", "parameter.period");
        } else if (ChronoUnit.DAYS.between(from, to) >= NoticeFilter.MOST_DAYS) {
            parameters.flaw("from", "parameter.days", String.valueOf(NoticeFilter.MOST_DAYS));
        }
        parameters.refuseIfWrong();
        NoticeFilter.Period period =
                new NoticeFilter.Period(from.atStartOfDay(LegalTime.ZONE).toInstant(), LegalTime.endOf(to));
        return views.view(from, to, statistics.of(period, staff.scope()));
    }
}

package io.zhengxun.admin.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.review.QueueFilter;
import io.zhengxun.registry.submission.review.QueueKey;
import io.zhengxun.registry.submission.review.WorkQueue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What lies at a person's desk, the most urgent first. */
@RestController
@Tag(name = "审核")
class QueueController {

    private static final int UNLESS_GIVEN = 50;
    private static final int MOST = 200;

    private final WorkQueue queue;
    private final WorkItemViews views;

    QueueController(WorkQueue queue, WorkItemViews views) {
        this.queue = queue;
        this.views = views;
    }

    @Schema(name = "工作队列")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<WorkItemView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "MjAyNi0xMi0xNC81") String next) {}

    /** As they were typed. */
    record Request(
            @Parameter(description = "阶段代码", example = "CITY_REVIEW") String stage,
            @Parameter(description = "评价机构的编号前缀（13 位）", example = "S000044010001")
                    String institution,
            @Parameter(description = "true：只列出本人经办的") String mine,
            @Parameter(description = "到期日不晚于", example = "2026-12-14") String dueUntil,
            @Parameter(description = "true：只列出已逾期的") String overdue,
            @Parameter(description = "上一页返回的 next") String after,
            @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

    private record Order(QueueFilter filter, QueueKey after, int limit) {}

    @GetMapping("/api/queue")
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD
    })
    @Operation(
            summary = "本账号所在部门待办的批次，到期日近的在前",
            description = "评价机构：草稿和整批退回的批次；市、省技能中心：待审核、待批准、待上报的批次。翻页：把上一页的 next 作为 after。"
                    + "加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Request typed,
            HttpServletRequest request) {
        Order order = order(typed, request);
        WorkQueue.Page page = queue.page(order.filter(), order.after(), order.limit(), staff);
        return new Page(views.of(page.items()), page.next() == null ? null : page.next().text());
    }

    @GetMapping(path = "/api/queue", produces = ListSheets.XLSX)
    @Allowed({
        Role.INSTITUTION_DATA_MANAGER, Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD
    })
    ListSheet<WorkItemViews.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Request typed,
            HttpServletRequest request) {
        Order order = order(typed, request);
        return new ListSheet<>("queue", QueueColumns.ALL, Pages.by(
                order.after(),
                WorkItemViews.Line::key,
                (after, most) -> views.lines(queue.page(order.filter(), after, most, staff).items())));
    }

    private static Order order(Request typed, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Request.class);
        QueueFilter filter = new QueueFilter(
                parameters.one("stage", typed.stage(), Stage.class),
                parameters.text(typed.institution()),
                parameters.yes("mine", typed.mine()),
                parameters.day("dueUntil", typed.dueUntil()),
                parameters.yes("overdue", typed.overdue()));
        int limit = parameters.limit(typed.limit(), UNLESS_GIVEN, MOST);
        QueueKey after = after(typed.after(), parameters);
        parameters.refuseIfWrong();
        return new Order(filter, after, limit);
    }

    private static QueueKey after(String typed, Parameters parameters) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        try {
            return QueueKey.of(text);
        } catch (IllegalArgumentException e) {
            parameters.flaw("after", "parameter.after");
            return null;
        }
    }
}

package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.desk.NoticeList;
import io.zhengxun.registry.notice.desk.NoticePlace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notices of one's scope and the life of each. They hold no holder's data: the administrator may look, too. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "通知", description = "通知的发送情况、人工处理、统计与模板预览")
class NoticeListController {

    private final NoticeList list;
    private final NoticeOrder order;
    private final NoticeViews views;

    NoticeListController(NoticeList list, NoticeOrder order, NoticeViews views) {
        this.list = list;
        this.order = order;
        this.views = views;
    }

    @Schema(name = "通知列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<NoticeView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "1795413600000-123") String next) {}

    @GetMapping
    @AnyStaff
    @Operation(
            summary = "列出本账号范围内的通知",
            description = "新的在前。不按机构、事项、收件人或需人工处理的状态查询时，只列出 92 天内的。"
                    + "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject NoticeQuery query,
            HttpServletRequest request) {
        NoticeOrder.Asked asked = order.read(query, staff, request);
        List<Notice> found = list.page(asked.filter(), staff.scope(), asked.after(), asked.limit() + 1);
        List<Notice> shown = found.subList(0, Math.min(asked.limit(), found.size()));
        return new Page(
                views.lines(shown, staff).stream().map(NoticeViews.Line::view).toList(),
                found.size() > asked.limit() ? NoticeOrder.text(NoticePlace.of(shown.get(asked.limit() - 1))) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyStaff
    ListSheet<NoticeViews.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject NoticeQuery query,
            HttpServletRequest request) {
        NoticeOrder.Asked asked = order.read(query, staff, request);
        return new ListSheet<>("notices", NoticeColumns.ALL, Pages.by(
                asked.after(),
                line -> NoticePlace.of(line.notice()),
                (after, most) -> views.lines(list.page(asked.filter(), staff.scope(), after, most), staff)));
    }

    @GetMapping("/{id}")
    @AnyStaff
    @Operation(summary = "查询一条通知：内容、状态和全部经过", description = "每次发送、每个决定、渠道的回报，按时间排列：为什么没收到，一看便知。")
    NoticeView one(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id) {
        return views.whole(list.visible(id, staff.scope()), staff);
    }
}

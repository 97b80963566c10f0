package io.zhengxun.admin.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.history.Histories;
import io.zhengxun.registry.submission.history.HistoryEvent;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A batch's whole history. */
@RestController
@RequestMapping("/api/submissions/{number}/timeline")
@Tag(name = "批次")
class TimelineController {

    /** The latest; a batch has some dozens. */
    private static final int MOST = 1000;

    private static final List<Column<EventView>> COLUMNS = List.of(
            new Column<>("at", 20, event -> OffsetDateTime.parse(event.at()).toInstant()),
            new Column<>("text", 60, EventView::text),
            new Column<>("subject", 20, EventView::subject),
            new Column<>("role", 24, event -> event.who() == null ? null : event.who().roleText()),
            new Column<>("name", 16, event -> event.who() == null ? null : event.who().name()),
            new Column<>("remark", 40, EventView::remark));

    private final Submissions submissions;
    private final Histories histories;
    private final HistoryTexts texts;

    TimelineController(Submissions submissions, Histories histories, HistoryTexts texts) {
        this.submissions = submissions;
        this.histories = histories;
        this.texts = texts;
    }

    @Schema(name = "批次经过")
    record Timeline(
            String submission,
            List<EventView> items,
            @Schema(description = "更早的经过因过多未列出，见操作记录") boolean cut) {}

    @GetMapping
    @AnyReader
    @Operation(
            summary = "批次的全部经过",
            description = "上传、各项办理、期限的开始与完成（或逾期）、退回与更正、上传部中心与回执，按时间排列。加 format=xlsx 导出为 .xlsx，不限条数。")
    Timeline timeline(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        Submission batch = submissions.visible(number, staff.scope());
        List<HistoryEvent> events = histories.of(batch);
        List<HistoryEvent> latest = events.subList(Math.max(0, events.size() - MOST), events.size());
        return new Timeline(
                batch.number(), latest.stream().map(event -> texts.view(event, staff)).toList(), latest.size() < events.size());
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<EventView> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        List<HistoryEvent> events = histories.of(submissions.visible(number, staff.scope()));
        return new ListSheet<>(
                "timeline", COLUMNS, Pages.of(events.stream().map(event -> texts.view(event, staff)).toList()));
    }
}

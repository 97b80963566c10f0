package io.zhengxun.admin.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.history.Histories;
import io.zhengxun.registry.submission.history.HistoryEvent;
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
            description = "上传、各项办理、期限的开始与完成（或逾期）、退回与更正、上传部中心与回执，按时间排列。")
    Timeline timeline(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        Submission batch = submissions.visible(number, staff.scope());
        List<HistoryEvent> events = histories.of(batch);
        List<HistoryEvent> latest = events.subList(Math.max(0, events.size() - MOST), events.size());
        return new Timeline(
                batch.number(), latest.stream().map(event -> texts.view(event, staff)).toList(), latest.size() < events.size());
    }
}

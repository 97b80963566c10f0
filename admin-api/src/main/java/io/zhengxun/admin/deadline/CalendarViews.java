package io.zhengxun.admin.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.CalendarYear;
import io.zhengxun.registry.deadline.ChangingCalendar;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DueDateMove;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.Moves;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** How the calendar and its changes are shown. */
final class CalendarViews {

    private CalendarViews() {}

    @Schema(name = "特殊日")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayView(
            LocalDate date,
            @Schema(description = "是否上班") boolean working,
            String name,
            @Schema(description = "由管理员设定的：设定人账号") String setBy,
            OffsetDateTime setAt) {

        static DayView of(CalendarYear.Day day) {
            return new DayView(
                    day.day().day(), day.day().working(), day.day().name(), day.setBy(), at(day.setAt()));
        }
    }

    @Schema(name = "年度工作日历")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record YearView(
            int year,
            @Schema(description = "放假安排来自：LIBRARY 内置、IMPORTED 导入、NONE 尚未公布") String source,
            String importedBy,
            OffsetDateTime importedAt,
            @Schema(description = "导入文件的 SHA-256") String fileDigest,
            @Schema(description = "与平常周末不同的日子，以及管理员设定的日子") List<DayView> days) {

        static YearView of(CalendarYear year) {
            return new YearView(
                    year.year(),
                    year.source().name(),
                    year.importedBy(),
                    at(year.importedAt()),
                    year.fileDigest(),
                    year.days().stream().map(DayView::of).toList());
        }
    }

    @Schema(name = "期限变动")
    record MoveView(
            long deadlineId,
            String rule,
            String subjectKind,
            @Schema(description = "登记号、批次号、退回单号或投诉编号", example = "PC261123-7KQ2MX4T") String number,
            @Schema(description = "评价机构；投诉的期限为空", example = "示例机构") String institution,
            LocalDate dueOn,
            @Schema(description = "变动后的到期日") LocalDate newDueOn,
            @Schema(description = "变动后是否仍为暂定") boolean provisional) {

        static MoveView of(DueDateMove move, DeadlineLines.Line line) {
            Deadline deadline = move.deadline();
            return new MoveView(
                    deadline.id(),
                    deadline.rule().name(),
                    deadline.subject().kind().name(),
                    line.number(),
                    line.institutionName(),
                    deadline.dueOn(),
                    move.dueOn(),
                    move.provisional());
        }
    }

    @Schema(name = "期限变动汇总")
    record MovesView(
            @Schema(description = "到期日变动的期限数") int moved,
            @Schema(description = "日期不变、由暂定转为确定的期限数") int settled,
            @Schema(description = "日期不变、转为暂定的期限数") int unsettled,
            @Schema(description = "以上各项合计") int total,
            @Schema(description = "前 200 项，按原到期日排列；其余不列出") List<MoveView> first) {

        static MovesView of(Moves moves, DeadlineLines lines) {
            List<DeadlineLines.Line> named =
                    lines.of(moves.first().stream().map(DueDateMove::deadline).toList());
            return new MovesView(
                    moves.moved(),
                    moves.settled(),
                    moves.unsettled(),
                    moves.moved() + moves.settled() + moves.unsettled(),
                    IntStream.range(0, named.size())
                            .mapToObj(i -> MoveView.of(moves.first().get(i), named.get(i)))
                            .toList());
        }
    }

    @Schema(name = "工作日历更改预览")
    record PreviewView(@Schema(description = "办理时随请求提交") String token, MovesView moves) {

        static PreviewView of(ChangingCalendar.Preview preview, DeadlineLines lines) {
            return new PreviewView(preview.token(), MovesView.of(preview.moves(), lines));
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null
                ? null
                : OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE);
    }
}

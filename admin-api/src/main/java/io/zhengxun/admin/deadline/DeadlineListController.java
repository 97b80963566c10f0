package io.zhengxun.admin.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineFilter;
import io.zhengxun.registry.deadline.DeadlineKey;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open deadlines of one's scope, in the order in which they are due. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "期限")
class DeadlineListController {

    private static final int MOST = 200;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private final Clocks clocks;
    private final Deadlines deadlines;
    private final DeadlineLines lines;
    private final Clock clock;

    DeadlineListController(Clocks clocks, Deadlines deadlines, DeadlineLines lines, Clock clock) {
        this.lines = lines;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Schema(name = "期限")
    record View(
            long id,
            String rule,
            @Schema(description = "ISSUANCE、SUBMISSION、RETURN、COMPLAINT 之一") String subjectKind,
            @Schema(description = "登记号、批次号、退回单号或投诉编号", example = "PC261123-7KQ2MX4T") String number,
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "评价机构；投诉的期限不显示", example = "示例机构") String institution,
            @Schema(description = "由谁完成：INSTITUTION、CITY、PROVINCE、MINISTRY 之一") String debtor,
            LocalDate startOn,
            LocalDate dueOn,
            @Schema(description = "最后一日 24:00") String dueAt,
            @Schema(description = "有年份的放假安排尚未公布，日期可能变动") boolean provisional,
            boolean overdue,
            @Schema(description = "如何计算：计入的工作日、跳过的假期、补班") String explanation) {}

    @Schema(name = "期限列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<View> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    /** What may be asked for; each parameter restricts. */
    record Query(String debtor, String rule, String until) {}

    @GetMapping
    @AnyReader
    @Operation(summary = "列出未完成的期限", description = "按到期日排列。翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page open(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "50") String limit) {
        int size = size(limit);
        List<Deadline> found = clocks.page(filter(staff.scope(), query), key(after), size + 1);
        List<Deadline> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                lines.of(shown).stream().map(this::view).toList(), found.size() > size ? text(shown.get(size - 1).key()) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<DeadlineLines.Line> sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @ParameterObject Query query,
            @RequestParam(required = false) String after) {
        DeadlineFilter filter = filter(staff.scope(), query);
        return new ListSheet<>("deadlines", DeadlineLines.columns(deadlines, clock), Pages.by(
                key(after),
                line -> line.deadline().key(),
                (last, most) -> lines.of(clocks.page(filter, last, most))));
    }

    private View view(DeadlineLines.Line line) {
        Deadline deadline = line.deadline();
        return new View(
                deadline.id(),
                deadline.rule().name(),
                deadline.subject().kind().name(),
                line.number(),
                line.institution() == null ? null : line.institutionName(),
                deadline.debtor().name(),
                deadline.startOn(),
                deadline.dueOn(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(deadline.dueAt().atZone(LegalTime.ZONE)),
                deadline.provisional(),
                !clock.instant().isBefore(deadline.dueAt()),
                deadlines.explain(deadline));
    }

    private static DeadlineFilter filter(Scope scope, Query query) {
        return new DeadlineFilter(
                query.rule() == null ? null : DeadlineController.ruleOf(query.rule()),
                query.debtor() == null ? null : debtor(query.debtor()),
                scope.institutionId(),
                scope.regionCode(),
                query.until() == null ? null : until(query.until()));
    }

    private static Debtor debtor(String name) {
        return Arrays.stream(Debtor.values())
                .filter(debtor -> debtor != Debtor.CENTRE && debtor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("deadline-debtor"));
    }

    private static LocalDate until(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new ParameterRefused("deadline-until");
        }
        throw new ParameterRefused("deadline-until");
    }

    private static int size(String limit) {
        if (limit.matches("\\d{1,3}") && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= MOST) {
            return Integer.parseInt(limit);
        }
        throw new ParameterRefused("page-limit", String.valueOf(MOST));
    }

    private static String text(DeadlineKey key) {
        return key.dueOn() + "_" + key.id();
    }

    private static DeadlineKey key(String after) {
        if (after == null) {
            return DeadlineKey.FIRST;
        }
        Matcher key = KEY.matcher(after);
        if (!key.matches()) {
            throw new ParameterRefused("page-key");
        }
        try {
            return new DeadlineKey(LocalDate.parse(key.group(1)), Long.parseLong(key.group(2)));
        } catch (DateTimeParseException e) {
            throw new ParameterRefused("page-key");
        }
    }
}

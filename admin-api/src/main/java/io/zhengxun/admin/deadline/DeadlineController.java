package io.zhengxun.admin.deadline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Open;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.DueDate;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calculates due dates by the rules D1–D11; public, since it knows no person and no batch. */
@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "期限")
class DeadlineController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Deadlines deadlines;

    DeadlineController(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Dates are ISO 8601; {@code dueAt} is the end of the last day, at +08:00 and with seconds. */
    record Answer(
            String rule, LocalDate start, LocalDate dueDate, String dueAt, boolean provisional, String explanation) {

        static Answer of(DueDate due) {
            return new Answer(
                    due.rule().name(),
                    due.start(),
                    due.dueDate(),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.dueAt()),
                    due.provisional(),
                    due.explanation());
        }
    }

    @GetMapping("/calculate")
    @Open
    @Operation(
            summary = "按规则 D1–D11 计算到期日",
            description = "start 为起算事件发生的日期（当日不计入），格式 2026-09-22；按小时计算的规则（D9_URGENT、D9_FAST）"
                    + "为起算时刻，格式 2026-09-22T10:30。")
    Answer calculate(@RequestParam(required = false) String rule, @RequestParam(required = false) String start) {
        DeadlineRule known = ruleOf(rule);
        return Answer.of(known.unit() == DeadlineRule.Unit.HOURS
                ? deadlines.due(known, instantOf(start))
                : deadlines.due(known, dateOf(start)));
    }

    static DeadlineRule ruleOf(String rule) {
        String name = rule == null ? "" : rule.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DeadlineRule.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("deadline-rule", knownRules()));
    }

    private static String knownRules() {
        return Arrays.stream(DeadlineRule.values()).map(Enum::name).collect(Collectors.joining("、"));
    }

    /** The wall clock of Shanghai. */
    private static Instant instantOf(String start) {
        try {
            LocalDateTime time = LocalDateTime.parse(start == null ? "" : start.strip());
            requireReach(time.getYear());
            return time.atZone(LegalTime.ZONE).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new ParameterRefused("deadline-instant");
        }
    }

    private static LocalDate dateOf(String start) {
        try {
            LocalDate date = LocalDate.parse(start == null ? "" : start.strip());
            requireReach(date.getYear());
            return date;
        } catch (DateTimeParseException notADate) {
            throw new ParameterRefused("deadline-start");
        }
    }

    private static void requireReach(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new ParameterRefused("deadline-year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }
}

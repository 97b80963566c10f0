package io.zhengxun.admin.deadline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.deadline.CalendarViews.MovesView;
import io.zhengxun.admin.deadline.CalendarViews.PreviewView;
import io.zhengxun.admin.deadline.CalendarViews.YearView;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.CalendarChange;
import io.zhengxun.registry.deadline.CalendarYears;
import io.zhengxun.registry.deadline.ChangingCalendar;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which days are worked (T2): looked at by all staff, changed day by day by the administrator. */
@RestController
@RequestMapping("/api/working-days")
@Tag(name = "工作日历", description = "放假与补班；更改前先预览会变动的期限")
class WorkingDayController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final CalendarYears years;
    private final ChangingCalendar changing;
    private final OnceOnly onceOnly;
    private final DeadlineLines lines;

    WorkingDayController(CalendarYears years, ChangingCalendar changing, OnceOnly onceOnly, DeadlineLines lines) {
        this.years = years;
        this.changing = changing;
        this.onceOnly = onceOnly;
        this.lines = lines;
    }

    @Schema(name = "拟作的更改")
    record Draft(
            @Schema(example = "2027-01-04") String date,
            @Schema(description = "true 上班，false 放假；取消设定时不填") Boolean working,
            @Schema(description = "名称，如 台风停工；取消设定时不填") String name,
            @Schema(description = "true 为取消对该日的设定") Boolean remove) {}

    @Schema(name = "设定一日")
    record Setting(
            @Schema(description = "true 上班，false 放假") Boolean working,
            @Schema(description = "名称，如 台风停工") String name,
            @Schema(description = "预览返回的 token") String preview) {}

    @GetMapping
    @AnyStaff
    @Operation(summary = "查询一年的工作日历")
    YearView year(@RequestParam(required = false) String year) {
        boolean known = year != null && year.matches("\\d{4}") && isInReach(Integer.parseInt(year));
        if (!known) {
            throw new ParameterRefused("working-days-year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
        return YearView.of(years.of(Integer.parseInt(year)));
    }

    @PostMapping("/preview")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "预览设定或取消一日会变动的期限", description = "不作任何更改。")
    PreviewView preview(@RequestBody Draft draft) {
        LocalDate day = date(draft.date());
        return PreviewView.of(changing.preview(
                Boolean.TRUE.equals(draft.remove())
                        ? new CalendarChange.RemoveDay(day)
                        : set(day, draft.working(), draft.name())), lines);
    }

    @PutMapping("/{date}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "设定一日上班或放假", description = "同时重新计算受影响的期限；返回变动的期限。")
    MovesView set(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String date,
            @RequestBody Setting setting,
            RequestKey key) {
        CalendarChange change = set(date(date), setting.working(), setting.name());
        return onceOnly.run(
                key, MovesView.class, () -> MovesView.of(changing.change(staff, change, setting.preview()), lines));
    }

    @DeleteMapping("/{date}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "取消对一日的设定", description = "该日恢复为放假安排或平常周末；返回变动的期限。")
    MovesView remove(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String date,
            @Parameter(description = "预览返回的 token") @RequestParam(required = false) String preview,
            RequestKey key) {
        CalendarChange change = new CalendarChange.RemoveDay(date(date));
        return onceOnly.run(key, MovesView.class, () -> MovesView.of(changing.change(staff, change, preview), lines));
    }

    private static CalendarChange.SetDay set(LocalDate day, Boolean working, String name) {
        List<FieldFlaw> flaws = new ArrayList<>();
        if (working == null) {
            flaws.add(FieldFlaw.of("working", "day-working"));
        }
        String text = name == null ? "" : name.strip();
        if (text.isEmpty() || text.length() > CalendarChange.NAME_LENGTH) {
            flaws.add(FieldFlaw.of("name", "day-name", String.valueOf(CalendarChange.NAME_LENGTH)));
        } else if (!VisibleText.holdsLine(text)) {
            flaws.add(FieldFlaw.of("name", "one-line"));
        }
        FieldsRefused.throwIfAny("T2", flaws);
        return new CalendarChange.SetDay(day, working, text);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (isInReach(day.getYear())) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw notADay();
        }
        throw notADay();
    }

    private static ParameterRefused notADay() {
        return new ParameterRefused("working-days-date", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
    }

    private static boolean isInReach(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}

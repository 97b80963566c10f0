package io.zhengxun.registry.deadline;

import io.zhengxun.registry.refusal.FieldFlaw;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/**
 * What every year's arrangement has days off for: the holidays of all citizens. Those of the lunar calendar are known by
 * their names. Without one of them a file is no arrangement of a year.
 */
enum StatutoryHoliday {
    NEW_YEAR("元旦", MonthDay.of(1, 1)),
    SPRING_FESTIVAL("春节", null),
    TOMB_SWEEPING("清明", null),
    LABOUR_DAY("劳动节", MonthDay.of(5, 1)),
    DRAGON_BOAT("端午", null),
    MID_AUTUMN("中秋", null),
    NATIONAL_DAY("国庆节", MonthDay.of(10, 1));

    private final String chinese;
    private final MonthDay fixed;

    StatutoryHoliday(String chinese, MonthDay fixed) {
        this.chinese = chinese;
        this.fixed = fixed;
    }

    private boolean isIn(SpecialDay day) {
        return !day.working()
                && (fixed == null ? day.name().contains(chinese) : MonthDay.from(day.day()).equals(fixed));
    }

    static List<FieldFlaw> missing(List<SpecialDay> days) {
        List<FieldFlaw> missing = new ArrayList<>();
        for (StatutoryHoliday holiday : values()) {
            if (days.stream().noneMatch(holiday::isIn)) {
                missing.add(holiday.fixed == null
                        ? FieldFlaw.of("名称", "arrangement.no-holiday", holiday.chinese)
                        : FieldFlaw.of(
                                "日期",
                                "arrangement.no-fixed-holiday",
                                holiday.chinese,
                                holiday.fixed.getMonthValue() + "月" + holiday.fixed.getDayOfMonth() + "日"));
            }
        }
        return missing;
    }
}

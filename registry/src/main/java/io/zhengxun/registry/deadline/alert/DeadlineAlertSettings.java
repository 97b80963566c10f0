package io.zhengxun.registry.deadline.alert;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ladder of alerts (T5). What follows a missed deadline is ours. A change holds from the next look at a deadline on.
 *
 * @param workingDaysBefore working days before the last day, 1 to 60, each once, the most first
 * @param calendarDaysBefore calendar days before the last day of D8 at which there are alerts too, 1 to 180, the most first
 * @param dailyAfter on how many working days after a missed last day there is an alert each, 0 to 60
 * @param everyAfter how many calendar days lie between the alerts after those, 1 to 60
 */
@ConfigurationProperties("zhengxun.deadline-alert")
public record DeadlineAlertSettings(
        @DefaultValue({"10", "5", "3", "1"}) List<Integer> workingDaysBefore,
        @DefaultValue({"60", "30", "15", "7"}) List<Integer> calendarDaysBefore,
        @DefaultValue("5") int dailyAfter,
        @DefaultValue("7") int everyAfter) {

    private static final int LONGEST = 60;
    private static final int LONGEST_OF_D8 = 180;

    public DeadlineAlertSettings {
        check("working-days-before", workingDaysBefore, LONGEST);
        check("calendar-days-before", calendarDaysBefore, LONGEST_OF_D8);
        check("daily-after", dailyAfter, 0, LONGEST);
        check("every-after", everyAfter, 1, LONGEST);
        workingDaysBefore = List.copyOf(workingDaysBefore);
        calendarDaysBefore = List.copyOf(calendarDaysBefore);
    }

    /** What the rulebook says. */
    public static DeadlineAlertSettings ofTheRulebook() {
        return new DeadlineAlertSettings(List.of(10, 5, 3, 1), List.of(60, 30, 15, 7), 5, 7);
    }

    private static void check(String name, List<Integer> days, int most) {
        for (int i = 0; i < days.size(); i++) {
            check(name, days.get(i), 1, most);
            if (i > 0 && days.get(i) >= days.get(i - 1)) {
                throw new IllegalArgumentException(
                        "zhengxun.deadline-alert." + name + " must be falling, but " + days.get(i) + " comes after "
                                + days.get(i - 1) + ".");
            }
        }
    }

    private static void check(String name, int days, int least, int most) {
        if (days < least || days > most) {
            throw new IllegalArgumentException("zhengxun.deadline-alert." + name + " must be from " + least + " to " + most
                    + " days, not " + days + ".");
        }
    }
}

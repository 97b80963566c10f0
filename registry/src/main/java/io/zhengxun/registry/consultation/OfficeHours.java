package io.zhengxun.registry.consultation;

import io.zhengxun.registry.consultation.ConsultationSettings.Hours;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.SpecialDay;
import io.zhengxun.registry.deadline.WorkingDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** When staff answer: counted in office time, on working days with their holidays and make-up days (T2). */
final class OfficeHours {

    private static final int MOST_DAYS = 400;

    private final ConsultationSettings settings;
    private final WorkingDays days;

    OfficeHours(ConsultationSettings settings, WorkingDays days) {
        this.settings = settings;
        this.days = days;
    }

    /** When somebody who asks now may expect an answer. */
    Expected expected(Instant now) {
        ZonedDateTime start = now.atZone(LegalTime.ZONE);
        Count count = new Count();
        LocalDate day = start.toLocalDate();
        LocalTime from = start.toLocalTime();
        for (int looked = 0; looked < MOST_DAYS; looked++) {
            if (count.isWorked(day)) {
                for (Hours hours : settings.hours()) {
                    LocalTime begin = hours.from().isBefore(from) ? from : hours.from();
                    if (begin.isBefore(hours.until()) && count.endsWithin(Duration.between(begin, hours.until()))) {
                        Instant end = day.atTime(begin).plus(count.left).atZone(LegalTime.ZONE).toInstant();
                        return new Expected(
                                end, isOpen(start), List.copyOf(count.holidays), count.weekend, count.provisional);
                    }
                }
            }
            day = day.plusDays(1);
            from = LocalTime.MIN;
        }
        throw new IllegalStateException("No working day within " + MOST_DAYS + " days.");
    }

    private boolean isOpen(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        return days.isWorkingDay(now.toLocalDate())
                && settings.hours().stream().anyMatch(one -> !time.isBefore(one.from()) && time.isBefore(one.until()));
    }

    /** One count: what is left of the time to answer, and why days were left out. */
    private final class Count {

        private Duration left = settings.answerWithin();
        private final Set<String> holidays = new LinkedHashSet<>();
        private boolean weekend;
        private boolean provisional;

        private boolean isWorked(LocalDate day) {
            provisional |= !days.isArranged(day.getYear());
            boolean worked = days.isWorkingDay(day);
            if (!worked) {
                days.specialDay(day).map(SpecialDay::name).ifPresentOrElse(holidays::add, () -> weekend |= isWeekend(day));
            }
            return worked;
        }

        private static boolean isWeekend(LocalDate day) {
            return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        }

        /** Whether the time ends within a stretch; else the stretch is used up. */
        private boolean endsWithin(Duration stretch) {
            if (left.compareTo(stretch) <= 0) {
                return true;
            }
            left = left.minus(stretch);
            return false;
        }
    }
}

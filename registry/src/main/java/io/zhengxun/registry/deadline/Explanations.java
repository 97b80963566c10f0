package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Says in Chinese how a due date was counted (T2: every date can be explained). */
final class Explanations {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(LegalTime.ZONE);

    private final MessageSource messages;

    Explanations(MessageSource messages) {
        this.messages = messages;
    }

    String explain(Period period, Count count) {
        List<String> clauses = new ArrayList<>();
        clauses.add(opening(period, count.nominalEnd()));
        if (period.rule().unit() == DeadlineRule.Unit.WORKING_DAYS) {
            addSkipped(clauses, count);
        } else if (!count.end().equals(count.nominalEnd())) {
            clauses.add(moved(count));
        }
        addMakeUpDays(clauses, count);
        if (!count.unarrangedYears().isEmpty()) {
            clauses.add(text("provisional", joined(count.unarrangedYears().stream().map(String::valueOf).toList())));
        }
        return String.join(text("separator"), clauses) + text("end");
    }

    private String opening(Period period, LocalDate nominalEnd) {
        return text(
                "opening." + period.rule().unit(),
                message("deadline.rule." + period.rule()),
                message("deadline.start." + period.rule().startsWith()),
                period.start().toString(),
                String.valueOf(period.length()),
                nominalEnd.toString());
    }

    /** Hours run through nights and holidays: there is nothing to skip. */
    String explainHours(DeadlineRule rule, Instant start, Instant dueAt) {
        return text(
                "opening.HOURS",
                message("deadline.rule." + rule),
                message("deadline.start." + rule.startsWith()),
                MINUTE.format(start),
                String.valueOf(rule.length()),
                MINUTE.format(dueAt));
    }

    private void addSkipped(List<String> clauses, Count count) {
        List<String> skipped = new ArrayList<>();
        if (count.weekendDays() > 0) {
            skipped.add(text("weekends", String.valueOf(count.weekendDays())));
        }
        skipped.addAll(holidays(count.holidays()));
        if (!skipped.isEmpty()) {
            clauses.add(text("skipped", joined(skipped)));
        }
    }

    /** Days in a row of one holiday are told as one: 国庆节 10-01 至 10-07. */
    private List<String> holidays(List<SpecialDay> days) {
        List<String> told = new ArrayList<>();
        for (int first = 0; first < days.size(); ) {
            int last = first;
            while (last + 1 < days.size() && follows(days.get(last), days.get(last + 1))) {
                last++;
            }
            told.add(holiday(days.get(first), days.get(last)));
            first = last + 1;
        }
        return told;
    }

    private static boolean follows(SpecialDay day, SpecialDay next) {
        return next.name().equals(day.name()) && next.day().equals(day.day().plusDays(1));
    }

    private String holiday(SpecialDay first, SpecialDay last) {
        return first.equals(last)
                ? text("holiday", first.name(), SHORT.format(first.day()))
                : text("holidays", first.name(), SHORT.format(first.day()), SHORT.format(last.day()));
    }

    private void addMakeUpDays(List<String> clauses, Count count) {
        if (!count.makeUpDays().isEmpty()) {
            List<String> days = count.makeUpDays().stream().map(this::dated).toList();
            clauses.add(text("make-up", joined(days)));
        }
    }

    private String dated(SpecialDay day) {
        return text("day", SHORT.format(day.day()), weekday(day.day()));
    }

    private String moved(Count count) {
        String holiday = count.holidays().stream()
                .filter(day -> day.day().equals(count.nominalEnd()))
                .map(SpecialDay::name)
                .findFirst()
                .orElse(null);
        return holiday != null
                ? text("moved.holiday", holiday, count.end().toString())
                : text("moved.weekend", weekday(count.nominalEnd()), count.end().toString());
    }

    private String weekday(LocalDate day) {
        return message("deadline.weekday." + day.getDayOfWeek());
    }

    private String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(text("comma")));
    }

    private String text(String key, String... arguments) {
        return message("deadline.explanation." + key, (Object[]) arguments);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

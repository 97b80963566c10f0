package io.zhengxun.registry.deadline;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of the calendar as the trail keeps them (W4). */
final class CalendarDeeds {

    private CalendarDeeds() {}

    static Deed of(Staff staff, CalendarState before, CalendarChange change, Moves moves) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.WORKING_DAYS, change.key());
        return new Deed(staff.actor(), act(change), subject, before(before, change), after(change, moves));
    }

    /** A new release brought arrangements along. */
    static Deed ofLibrary(int lastYear, Moves moves) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.WORKING_DAYS, String.valueOf(lastYear));
        return new Deed(Actor.system(), "YEAR_ARRANGEMENT_INSTALLED", subject, Map.of(), counts(moves));
    }

    private static Map<String, String> counts(Moves moves) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("deadlinesMoved", String.valueOf(moves.moved()));
        counts.put("deadlinesSettled", String.valueOf(moves.settled()));
        return counts;
    }

    private static String act(CalendarChange change) {
        if (change instanceof CalendarChange.SetDay) {
            return "WORKING_DAY_SET";
        }
        return change instanceof CalendarChange.RemoveDay ? "WORKING_DAY_REMOVED" : "YEAR_ARRANGEMENT_IMPORTED";
    }

    private static Map<String, String> before(CalendarState before, CalendarChange change) {
        if (change instanceof CalendarChange.ImportYear arrangement) {
            List<SpecialDay> known = before.arrangements().get(arrangement.year());
            return known == null ? Map.of() : Map.of("days", String.valueOf(known.size()));
        }
        SpecialDay set = change instanceof CalendarChange.SetDay day
                ? before.overrides().get(day.day())
                : before.overrides().get(((CalendarChange.RemoveDay) change).day());
        return set == null ? Map.of() : day(set);
    }

    private static Map<String, String> after(CalendarChange change, Moves moves) {
        Map<String, String> after = new LinkedHashMap<>();
        if (change instanceof CalendarChange.SetDay set) {
            after.putAll(day(new SpecialDay(set.day(), set.working(), set.name())));
        } else if (change instanceof CalendarChange.ImportYear arrangement) {
            after.put("days", String.valueOf(arrangement.days().size()));
            after.put("fileDigest", arrangement.fileDigest());
        }
        after.putAll(counts(moves));
        return after;
    }

    private static Map<String, String> day(SpecialDay day) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("working", String.valueOf(day.working()));
        shown.put("name", day.name());
        return shown;
    }
}

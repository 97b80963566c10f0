package io.zhengxun.registry.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What staff can change in the calendar (T2). Equal changes have the same {@link #text}. */
public sealed interface CalendarChange {

    int NAME_LENGTH = 40;

    /** The year to which it is confined. */
    int year();

    /** What it is about, as the trail and a list show it: a day or a year. */
    String key();

    /** All of it, in one line. */
    String text();

    /** A day is set to be worked or not, whatever the arrangement and the week say. */
    record SetDay(LocalDate day, boolean working, String name) implements CalendarChange {

        @Override
        public int year() {
            return day.getYear();
        }

        @Override
        public String key() {
            return day.toString();
        }

        @Override
        public String text() {
            return "SET " + Texts.of(new SpecialDay(day, working, name));
        }
    }

    /** A day that was set goes back to what the arrangement or the week says. */
    record RemoveDay(LocalDate day) implements CalendarChange {

        @Override
        public int year() {
            return day.getYear();
        }

        @Override
        public String key() {
            return day.toString();
        }

        @Override
        public String text() {
            return "REMOVE " + day;
        }
    }

    /**
     * The State Council's arrangement of a year; it replaces the one that was known.
     *
     * @param days all its special days
     * @param fileDigest SHA-256 of the file that it came in, as hex
     */
    record ImportYear(int year, List<SpecialDay> days, String fileDigest) implements CalendarChange {

        public ImportYear {
            days = days.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
        }

        @Override
        public String key() {
            return String.valueOf(year);
        }

        @Override
        public String text() {
            return "IMPORT " + year + " " + days.stream().map(Texts::of).collect(Collectors.joining(";"));
        }
    }

    /** How a day is written in a change's text. */
    final class Texts {

        private Texts() {}

        static String of(SpecialDay day) {
            return day.day() + " " + (day.working() ? "WORKED" : "OFF") + " " + day.name();
        }
    }
}

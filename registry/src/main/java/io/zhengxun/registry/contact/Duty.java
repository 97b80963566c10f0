package io.zhengxun.registry.contact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a contact wants or has to be told. Chinese labels are the messages {@code contact.duty.<name>}. */
public enum Duty {
    /** What was returned (T4). */
    RETURNS,
    /** What is due, overdue or escalated (T5, T7); a centre's daily summary too. */
    DEADLINES;

    static String written(Set<Duty> duties) {
        return duties.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<Duty> read(String written) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        Arrays.stream(written.split(",")).map(Duty::valueOf).forEach(duties::add);
        return duties;
    }
}

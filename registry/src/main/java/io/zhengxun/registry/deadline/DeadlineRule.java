package io.zhengxun.registry.deadline;

import static io.zhengxun.registry.deadline.DeadlineRule.Start.ISSUED;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_CITY;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_MINISTRY;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_PROVINCE;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RETURN_NOTIFIED;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.CALENDAR_DAYS;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.MONTHS;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.WORKING_DAYS;

/**
 * What is due within how long, from when, and where that is written: the deadline table of the rulebook. Chinese labels
 * are the messages {@code deadline.rule.D1}… and {@code deadline.start.ISSUED}….
 */
public enum DeadlineRule {
    /** Report certificate data. The national guide's 30 working days are wider; the province's rule wins. */
    D1(30, CALENDAR_DAYS, ISSUED, "N 2-2"),
    /** Review of the city and sending up. */
    D2(15, WORKING_DAYS, RECEIVED_BY_CITY, "N 2-2"),
    /** Review of the province and upload. */
    D3(15, WORKING_DAYS, RECEIVED_BY_PROVINCE, "N 2-2"),
    /** Publication; for answers only, never an alert to the ministry. */
    D4(15, WORKING_DAYS, RECEIVED_BY_MINISTRY, "G 10"),
    /** Correct what the ministry returned. */
    D5(20, WORKING_DAYS, RETURN_NOTIFIED, "N 2-3, G 11"),
    /** Correct what the province returned. */
    D6(10, WORKING_DAYS, RETURN_NOTIFIED, "N 2-3"),
    /** Correct what the city returned: the sources are silent, the length is ours. */
    D7(10, WORKING_DAYS, RETURN_NOTIFIED, "ours"),
    /** Hard limit: what is reported later is not accepted. */
    D8(6, MONTHS, ISSUED, "N 2-4, G 12");

    /** In what a period is counted. */
    public enum Unit {
        CALENDAR_DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /** The event whose day is the start; it does not count itself (T1). */
    public enum Start {
        ISSUED,
        RECEIVED_BY_CITY,
        RECEIVED_BY_PROVINCE,
        RECEIVED_BY_MINISTRY,
        RETURN_NOTIFIED
    }

    private final int length;
    private final Unit unit;
    private final Start startsWith;
    private final String source;

    DeadlineRule(int length, Unit unit, Start startsWith, String source) {
        this.length = length;
        this.unit = unit;
        this.startsWith = startsWith;
        this.source = source;
    }

    /** How many units the period has. */
    public int length() {
        return length;
    }

    public Unit unit() {
        return unit;
    }

    public Start startsWith() {
        return startsWith;
    }

    /** Where the rule is written: N the province's notice, G the national guide, {@code ours} our own default. */
    public String source() {
        return source;
    }
}

package io.zhengxun.registry.deadline;

import static io.zhengxun.registry.deadline.DeadlineRule.Start.CHANGE_TAKEN_UP;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.COMPLAINT_RECEIVED;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.ISSUED;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_CITY;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_MINISTRY;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RECEIVED_BY_PROVINCE;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RETURN_NOTIFIED;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.RETURN_RECORDED;
import static io.zhengxun.registry.deadline.DeadlineRule.Start.STATEMENT_ASKED;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.CALENDAR_DAYS;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.HOURS;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.MONTHS;
import static io.zhengxun.registry.deadline.DeadlineRule.Unit.WORKING_DAYS;

/**
 * What is due within how long, from when, who owes it, and where that is written: the deadline table of the rulebook.
 * Lengths that are ours are defaults of {@link DeadlineSettings}. Chinese labels are the messages
 * {@code deadline.rule.D1}… and {@code deadline.start.ISSUED}….
 */
public enum DeadlineRule {
    // what is due                          length               starts                who owes            source
    /** Report certificate data. The national guide's 30 working days are wider; the province's rule wins. */
    D1(                                     30, CALENDAR_DAYS,   ISSUED,               Debtor.INSTITUTION, "N 2-2"),
    /** Review of the city and sending up. */
    D2(                                     15, WORKING_DAYS,    RECEIVED_BY_CITY,     Debtor.CITY,        "N 2-2"),
    /** Review of the province and upload. */
    D3(                                     15, WORKING_DAYS,    RECEIVED_BY_PROVINCE, Debtor.PROVINCE,    "N 2-2"),
    /** Publication; for answers only, never an alert to the ministry. */
    D4(                                     15, WORKING_DAYS,    RECEIVED_BY_MINISTRY, Debtor.MINISTRY,    "G 10"),
    /** Correct what the ministry returned. */
    D5(                                     20, WORKING_DAYS,    RETURN_NOTIFIED,      Debtor.INSTITUTION, "N 2-3, G 11"),
    /** Correct what the province returned. */
    D6(                                     10, WORKING_DAYS,    RETURN_NOTIFIED,      Debtor.INSTITUTION, "N 2-3"),
    /** Correct what the city returned: the sources are silent. */
    D7(                                     10, WORKING_DAYS,    RETURN_NOTIFIED,      Debtor.INSTITUTION, "ours"),
    /** Hard limit: what is reported later is not accepted. */
    D8(                                     6, MONTHS,           ISSUED,               Debtor.INSTITUTION, "N 2-4, G 12"),
    /** Change request, 紧急. */
    D9_URGENT(                              24, HOURS,           CHANGE_TAKEN_UP,      Debtor.CENTRE,      "Annex 4 note 2"),
    /** Change request, 急. */
    D9_FAST(                                48, HOURS,           CHANGE_TAKEN_UP,      Debtor.CENTRE,      "Annex 4 note 2"),
    /** Change request, 普通. */
    D9_NORMAL(                              5, WORKING_DAYS,     CHANGE_TAKEN_UP,      Debtor.CENTRE,      "Annex 4 note 2"),
    /** Pass a return on: the notice says "promptly". */
    D10(                                    1, WORKING_DAYS,     RETURN_RECORDED,      Debtor.CENTRE,      "N 2-3, length ours"),
    /** First answer to a complaint. */
    D11_ANSWER(                             1, WORKING_DAYS,     COMPLAINT_RECEIVED,   Debtor.CENTRE,      "ours"),
    /** Resolution of a complaint. */
    D11_RESOLUTION(                         5, WORKING_DAYS,     COMPLAINT_RECEIVED,   Debtor.CENTRE,      "ours"),
    /** Statement that the centre asks the institution for, so that the resolution is in time. */
    D11_STATEMENT(                          2, WORKING_DAYS,     STATEMENT_ASKED,      Debtor.INSTITUTION, "ours");

    /** In what a period is counted. */
    public enum Unit {
        /** From an instant, through nights and holidays alike. */
        HOURS,
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
        RETURN_RECORDED,
        RETURN_NOTIFIED,
        CHANGE_TAKEN_UP,
        COMPLAINT_RECEIVED,
        STATEMENT_ASKED
    }

    private final int length;
    private final Unit unit;
    private final Start startsWith;
    private final Debtor debtor;
    private final String source;

    DeadlineRule(int length, Unit unit, Start startsWith, Debtor debtor, String source) {
        this.length = length;
        this.unit = unit;
        this.startsWith = startsWith;
        this.debtor = debtor;
        this.source = source;
    }

    /** The rulebook's id, which several lines may share: {@code D9} of {@code D9_URGENT}. */
    public String id() {
        return name().split("_")[0];
    }

    /** How many units the period has by the table; {@link DeadlineSettings} may say otherwise where it is ours. */
    public int length() {
        return length;
    }

    public Unit unit() {
        return unit;
    }

    public Start startsWith() {
        return startsWith;
    }

    public Debtor debtor() {
        return debtor;
    }

    /** Where the rule is written: N the province's notice, G the national guide, {@code ours} our own default. */
    public String source() {
        return source;
    }
}

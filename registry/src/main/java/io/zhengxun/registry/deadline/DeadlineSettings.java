package io.zhengxun.registry.deadline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The lengths that no source gives, in working days of 1 to 60. A change holds for clocks started after it.
 *
 * @param cityReturn D7: to correct what the city returned
 * @param passOn D10: to pass a return on
 * @param complaintAnswer D11: first answer to a complaint
 * @param complaintResolution D11: resolution of a complaint, not before the first answer
 * @param complaintStatement D11: statement of the institution, not after the resolution
 */
@ConfigurationProperties("zhengxun.deadline")
public record DeadlineSettings(
        @DefaultValue("10") int cityReturn,
        @DefaultValue("1") int passOn,
        @DefaultValue("1") int complaintAnswer,
        @DefaultValue("5") int complaintResolution,
        @DefaultValue("2") int complaintStatement) {

    private static final int LONGEST = 60;

    public DeadlineSettings {
        check("city-return", cityReturn);
        check("pass-on", passOn);
        check("complaint-answer", complaintAnswer);
        check("complaint-resolution", complaintResolution);
        check("complaint-statement", complaintStatement);
        if (complaintResolution < complaintAnswer || complaintResolution < complaintStatement) {
            throw new IllegalArgumentException("zhengxun.deadline.complaint-resolution must not be shorter than"
                    + " complaint-answer and complaint-statement.");
        }
    }

    /** What the table says. */
    public static DeadlineSettings ofTheTable() {
        return new DeadlineSettings(
                DeadlineRule.D7.length(),
                DeadlineRule.D10.length(),
                DeadlineRule.D11_ANSWER.length(),
                DeadlineRule.D11_RESOLUTION.length(),
                DeadlineRule.D11_STATEMENT.length());
    }

    /** How many units of the rule a clock gets that starts now. */
    public int length(DeadlineRule rule) {
        return switch (rule) {
            case D7 -> cityReturn;
            case D10 -> passOn;
            case D11_ANSWER -> complaintAnswer;
            case D11_RESOLUTION -> complaintResolution;
            case D11_STATEMENT -> complaintStatement;
            case D1, D2, D3, D4, D5, D6, D8, D9_URGENT, D9_FAST, D9_NORMAL -> rule.length();
        };
    }

    private static void check(String name, int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(
                    "zhengxun.deadline." + name + " must be from 1 to " + LONGEST + " working days, not " + length + ".");
        }
    }
}

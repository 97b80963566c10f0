package io.zhengxun.admin.submission;

import io.zhengxun.admin.problem.ParameterRefused;

/** The parameters by which lists are paged. */
public final class PageSize {

    private PageSize() {}

    /** @throws ParameterRefused unless it is a number from 1 to the most */
    public static int of(String limit, int most) {
        return number(limit, 1, most, new ParameterRefused("page-limit", String.valueOf(most)));
    }

    /** @throws ParameterRefused unless it is a number from 0 */
    public static int key(String after) {
        return number(after, 0, Integer.MAX_VALUE, unknownKey());
    }

    public static ParameterRefused unknownKey() {
        return new ParameterRefused("page-key");
    }

    private static int number(String text, int from, int to, ParameterRefused refusal) {
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refusal;
        }
        throw refusal;
    }
}

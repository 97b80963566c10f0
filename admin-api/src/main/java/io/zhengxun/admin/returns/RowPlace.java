package io.zhengxun.admin.returns;

import io.swagger.v3.oas.annotations.Parameter;
import io.zhengxun.admin.parameter.Parameters;
import jakarta.servlet.http.HttpServletRequest;

/** Which rows of a return are asked for: those after a row number, and how many. */
record RowPlace(int after, int limit) {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    /** As it was typed. */
    record Query(
            @Parameter(description = "上一页的 next") String after,
            @Parameter(description = "每页行数，最多 1000", example = "100") String limit) {}

    static RowPlace of(Query query, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, Query.class);
        int after = 0;
        String key = parameters.text(query.after());
        if (key != null && key.matches("[0-9]{1,9}")) {
            after = Integer.parseInt(key);
        } else if (key != null) {
            parameters.flaw("after", "parameter.after");
        }
        int limit = parameters.limit(query.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        return new RowPlace(after, limit);
    }
}

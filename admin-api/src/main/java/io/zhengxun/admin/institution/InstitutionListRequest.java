package io.zhengxun.admin.institution;

import io.swagger.v3.oas.annotations.Parameter;

/** The parameters of the list of institutions, as they were typed. */
record InstitutionListRequest(
        @Parameter(description = "编号前缀（如 S00004401），或名称的一部分") String q,
        @Parameter(description = "行政区划代码", example = "440100") String region,
        @Parameter(description = "上一页返回的 next") String after,
        @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

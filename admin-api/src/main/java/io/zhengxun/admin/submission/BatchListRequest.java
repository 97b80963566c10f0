package io.zhengxun.admin.submission;

import io.swagger.v3.oas.annotations.Parameter;

/** The parameters of the list of batches, as they were typed. */
record BatchListRequest(
        @Parameter(description = "阶段代码", example = "CITY_REVIEW") String stage,
        @Parameter(description = "评价机构：编号前缀（如 S00004401），或名称的一部分；最多匹配 10 家") String institution,
        @Parameter(description = "REPORT 首次上报，CORRECTION 更正") String kind,
        @Parameter(description = "地市的行政区划代码（省级账号使用）", example = "440100") String city,
        @Parameter(description = "登记日期自", example = "2026-11-01") String createdFrom,
        @Parameter(description = "登记日期至", example = "2026-11-30") String createdTo,
        @Parameter(description = "发证日期自；不能与登记日期同时使用", example = "2026-10-01") String issuedFrom,
        @Parameter(description = "发证日期至", example = "2026-10-31") String issuedTo,
        @Parameter(description = "批次号的前几位，至少写到日期", example = "PC261123") String number,
        @Parameter(description = "所回应的发证登记号") String issuance,
        @Parameter(description = "true：只列出含逾期数据的批次") String late,
        @Parameter(description = "上一页返回的 next") String after,
        @Parameter(description = "每页行数，1–200，默认 50") String limit) {}

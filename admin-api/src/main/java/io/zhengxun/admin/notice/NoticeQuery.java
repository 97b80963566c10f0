package io.zhengxun.admin.notice;

import io.swagger.v3.oas.annotations.Parameter;

/** Which notices are asked for, as the request says it; each of them may be absent. */
record NoticeQuery(
        @Parameter(description = "一个或几个状态，以逗号分隔", example = "GAVE_UP,HELD") String state,
        @Parameter(description = "通知的种类", example = "RETURN") String kind,
        @Parameter(description = "当前（或最后）的渠道：TEMPLATE、SUBSCRIPTION、MINI、EMAIL、SMS 之一") String channel,
        @Parameter(description = "评价机构的编号前缀（证书编号前 13 位）", example = "S000044010001") String institution,
        @Parameter(description = "事项的种类：RETURN、INSTITUTION、CONTACT 之一；与 subjectKey 一起使用") String subjectKind,
        @Parameter(description = "事项，如退回单号", example = "TH261123-7KQ2MX4T") String subjectKey,
        @Parameter(description = "收件联系人的编号", example = "12") String contact,
        @Parameter(description = "生成日期自（含）", example = "2026-11-01") String from,
        @Parameter(description = "生成日期至（含）", example = "2026-11-30") String to,
        @Parameter(description = "原因代码，如 NO_RECIPIENT；只写类别（如 CONTENT）的，列出该类全部", example = "NO_RECIPIENT") String cause,
        @Parameter(description = "true：只列出需人工处理的（无法送达、被暂停）") String work,
        @Parameter(description = "上一页的 next") String after,
        @Parameter(description = "每页行数，最多 200", example = "50") String limit) {}

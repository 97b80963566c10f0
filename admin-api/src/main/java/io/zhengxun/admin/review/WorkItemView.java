package io.zhengxun.admin.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.submission.Act;
import java.time.LocalDate;
import java.util.List;

/** A batch in a queue, as the API tells it. */
@Schema(name = "待办批次")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItemView(
        @Schema(description = "批次号", example = "PC261123-7KQ2MX4T") String number,
        @Schema(description = "REPORT 首次上报，CORRECTION 更正", example = "REPORT") String kind,
        @Schema(description = "评价机构", example = "示例机构") String institution,
        @Schema(description = "评价机构的编号前缀", example = "S000044010001") String prefix,
        @Schema(description = "阶段代码", example = "CITY_REVIEW") String stage,
        @Schema(description = "阶段", example = "市技能中心审核中") String stageText,
        @Schema(description = "本部门接收的日期", example = "2026-11-23") LocalDate receivedOn,
        @Schema(description = "到期日；没有期限时不显示", example = "2026-12-14") LocalDate dueOn,
        @Schema(description = "剩余工作日；当日为 0，已逾期的为负数", example = "15") Integer daysLeft,
        @Schema(description = "是否已逾期") boolean overdue,
        @Schema(description = "行数", example = "1200") int rows,
        @Schema(description = "其中已退回的行数", example = "3") int returnedRows,
        @Schema(description = "超过 30 日上报期限的行数", example = "0") int lateRows,
        @Schema(description = "系统检查发现的情况，条数", example = "2") int findings,
        @Schema(description = "经办人（用户名）；无人受理时不显示", example = "gz-data-1") String handler,
        @Schema(description = "版本，操作时带回", example = "3") int version,
        @Schema(description = "本账号现在可以做什么", example = "[\"TAKE_UP\"]") List<Act> acts) {}

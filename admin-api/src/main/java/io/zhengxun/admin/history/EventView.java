package io.zhengxun.admin.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/** One thing that happened, as the API tells it. */
@Schema(name = "经过")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @Schema(example = "2026-11-23T10:00:00+08:00") String at,
        @Schema(example = "SUBMISSION_APPROVE") String code,
        @Schema(description = "批次号或退回单号") String subject,
        @Schema(example = "负责人批准") String text,
        @Schema(description = "经办人；到期等非人为事项不显示") Who who,
        @Schema(description = "办理意见；没有时不显示") String remark) {

    /** @param name absent where the reader may know the desk only */
    @Schema(name = "经办人")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            @Schema(description = "姓名；评价机构看不到技能中心人员的姓名") String name,
            @Schema(example = "CITY_LEAD") String role,
            @Schema(example = "市技能中心负责人") String roleText) {

        @Override
        public String toString() {
            return role;
        }
    }
}

package io.zhengxun.admin.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A certificate's whole story, as the API tells it. Names and ID numbers are masked (Q3). */
@Schema(name = "证书全程")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoryView(
        CertificateView certificate,
        @Schema(description = "现在何处") Place place,
        @Schema(description = "经过的批次，先后为序") List<Travelled> submissions,
        List<Returned> returns,
        @Schema(description = "经过，先后为序") List<EventView> acts,
        @Schema(description = "机器提示") List<Note> findings,
        @Schema(description = "查询记录，新的在前；仅省技能中心和审计可见，其他账号不显示") List<Asked> lookUps,
        @Schema(description = "通知事项，新的在前") List<Notice> notices,
        Trail trail) {

    @Schema(name = "证书所在")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Schema(example = "SENT_TO_MINISTRY") String stage,
            @Schema(example = "已报部中心，待上网") String stageText,
            @Schema(example = "MINISTRY") String desk,
            @Schema(example = "部中心") String deskText,
            @Schema(description = "自何日起") LocalDate since,
            @Schema(description = "下一步的最后一日；没有期限或尚未起算时不显示") LocalDate dueDate) {}

    @Schema(name = "经过的批次")
    record Travelled(String number, String kind, String stage, String stageText) {}

    @Schema(name = "退回经历")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Returned(
            String number,
            @Schema(example = "MINISTRY") String returnedBy,
            @Schema(example = "部中心") String returnedByText,
            LocalDate returnedOn,
            @Schema(description = "在原批次中的行号") int row,
            String reason,
            @Schema(description = "说明；没有时不显示") String remark,
            @Schema(description = "收到退回通知之日；尚未确认收到时不显示") LocalDate notifiedOn,
            boolean corrected,
            @Schema(description = "更正了哪些字段") List<Change> changes) {}

    @Schema(name = "更正的字段")
    record Change(@Schema(example = "姓名") String field, String before, String after) {}

    @Schema(name = "机器提示")
    record Note(String code, String rule, String text) {}

    @Schema(name = "查询记录")
    record Asked(String at, String channel, String channelText, String outcome, String outcomeText) {}

    @Schema(name = "通知事项")
    record Notice(String at, String kind, String subject, String text, String state) {}

    @Schema(name = "操作记录是否完好")
    record Trail(boolean intact, int entries, String text) {}
}

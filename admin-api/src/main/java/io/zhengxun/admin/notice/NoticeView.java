package io.zhengxun.admin.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A notice as the API shows it. No address of anybody is in it (Q6). */
@Schema(name = "通知")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        long id,
        @Schema(description = "RETURN、DEADLINES、ESCALATION、SUMMARY、PUBLISHED、RETURNED、TEST 之一") String kind,
        @Schema(example = "退回通知") String kindText,
        To to,
        @Schema(description = "所属评价机构；技能中心人员的通知不显示") Of institution,
        @Schema(description = "通知所说的事项；发给持证人的不显示") About about,
        @Schema(description = "QUEUED、SENDING、HELD、SENT、DELIVERED、GAVE_UP、OBSOLETE、CANCELLED、PHONED 之一") String state,
        @Schema(example = "已受理，待确认送达") String stateText,
        @Schema(description = "当前（或最后）的渠道") String channel,
        String channelText,
        @Schema(description = "原因代码；正常的不显示", example = "43004") String cause,
        @Schema(example = "对方未关注公众号（43004）") String causeText,
        @Schema(description = "待人工处理的：怎样办", example = "请联系人重新关注公众号后重发，或电话通知并登记") String advice,
        @Schema(description = "紧急的夜间也发送") boolean urgent,
        @Schema(description = "重发过几次") int round,
        @Schema(description = "事项发生的时间") String occurredAt,
        @Schema(description = "生成的时间") String createdAt,
        @Schema(description = "待发送的：不早于此时") String notBefore,
        @Schema(description = "首次被渠道受理的时间") String acceptedAt,
        @Schema(description = "确认送达的时间") String deliveredAt,
        int version,
        @Schema(description = "本账号现在可以做的操作：RESEND 重发、CANCEL 取消、PHONE 登记电话通知") List<String> acts,
        @Schema(description = "通知的内容；列表中不显示") String text,
        @Schema(description = "全部经过，按时间排列；列表中不显示") List<Event> events) {

    @Schema(name = "收件人")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(
            @Schema(description = "CONTACT 联系人；HOLDER 持证人、FILER 投诉人（不显示身份）；NOBODY 没有联系人") String kind,
            @Schema(description = "联系人的编号") Long contact,
            @Schema(example = "王某某") String name) {}

    @Schema(name = "通知所属机构")
    record Of(
            @Schema(example = "S000044010001") String numberPrefix,
            String name,
            @Schema(description = "机构电话：没有联系人时可致电") String phone) {}

    @Schema(name = "通知事项")
    record About(@Schema(example = "RETURN") String kind, @Schema(example = "TH261123-7KQ2MX4T") String key) {}

    @Schema(name = "通知的经过")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            @Schema(example = "2026-11-23T22:05:00+08:00") String at,
            @Schema(description = "WRITTEN 生成；ATTEMPT 发送；REPORT 渠道回报；DECISION 决定") String type,
            @Schema(example = "QUIET_HOURS") String code,
            @Schema(example = "夜间不打扰，推迟到 11-24 08:00") String text,
            @Schema(description = "操作人；评价机构看不到技能中心人员的姓名") String by) {}

    static String moment(Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(LegalTime.ZONE));
    }
}

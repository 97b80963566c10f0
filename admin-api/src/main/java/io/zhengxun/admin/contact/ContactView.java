package io.zhengxun.admin.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.contact.Contact;
import java.util.List;
import java.util.Set;

/** A contact as the API shows one. Never with an openid (Q6). */
@Schema(name = "通知联系人")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactView(
        long id,
        @Schema(description = "评价机构；技能中心的联系人不显示") String institution,
        @Schema(description = "评价机构的编号前缀；技能中心的联系人不显示", example = "S000044010001") String numberPrefix,
        @Schema(description = "技能中心；评价机构的联系人不显示") String centre,
        @Schema(description = "行政区划代码：机构所属地区，或技能中心本身", example = "440100") String regionCode,
        @Schema(description = "姓名") String name,
        @Schema(description = "本人账号的用户名；没有账号的不显示") String username,
        @Schema(description = "职责：RETURNS 退回通知，DEADLINES 期限提醒") List<String> duties,
        @Schema(description = "职责", example = "退回通知、期限提醒") String dutiesText,
        @Schema(description = "通知方式，按先后：TEMPLATE、SUBSCRIPTION、MINI、EMAIL、SMS") List<String> channels,
        @Schema(description = "电子邮箱；列表中遮盖，审计人员查看时也遮盖", example = "z***@example.org") String email,
        @Schema(description = "手机号；列表中遮盖，审计人员查看时也遮盖", example = "138****0001") String mobile,
        @Schema(description = "INVITED 待绑定；BOUND 已绑定；ENDED 已结束", example = "BOUND") String state,
        @Schema(description = "状态", example = "已绑定") String stateText,
        @Schema(description = "绑定时间", example = "2026-11-23T10:15:30+08:00") String boundAt,
        @Schema(description = "取消关注公众号的时间；关注时不显示") String unfollowedAt,
        @Schema(description = "需要处理的情况；没有时不显示") String warning,
        @Schema(description = "结束时间") String endedAt,
        @Schema(description = "接任哪一位联系人（编号）；绑定时原联系人同时结束") Long replaces,
        @Schema(description = "可用的邀请；没有时不显示") Invited invitation,
        @Schema(description = "版本，修改时带回") int version) {

    @Schema(name = "可用的邀请")
    record Invited(
            @Schema(description = "发出人的用户名") String invitedBy,
            @Schema(description = "有效期至", example = "2026-11-26T10:15:30+08:00") String expiresAt) {}

    /** What there is of the contact's surroundings. */
    record Words(
            String institution, String numberPrefix, String centre, String duties, String state, String warning,
            Invited invitation) {}

    static ContactView of(Contact of, String email, String mobile, Words words) {
        return new ContactView(
                of.id(), words.institution(), words.numberPrefix(), words.centre(), of.regionCode(), of.name(),
                of.username(), names(of.duties()), words.duties(),
                of.channels().stream().map(Enum::name).toList(), email, mobile, of.state().name(), words.state(),
                ContactViews.moment(of.boundAt()), ContactViews.moment(of.unfollowedAt()), words.warning(),
                ContactViews.moment(of.endedAt()), of.replacesId(), words.invitation(), of.version());
    }

    private static List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    /** Nothing personal: it may get into a log. */
    @Override
    public String toString() {
        return "ContactView[" + id + "]";
    }
}

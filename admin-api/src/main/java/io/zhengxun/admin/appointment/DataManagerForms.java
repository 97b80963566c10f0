package io.zhengxun.admin.appointment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.appointment.Details;
import io.zhengxun.registry.appointment.Details.Phones;
import io.zhengxun.registry.appointment.Details.Recommendation;
import io.zhengxun.registry.appointment.Details.Unit;
import io.zhengxun.registry.appointment.HandOverForm;
import io.zhengxun.registry.appointment.NewAppointment;
import java.time.LocalDate;

/** What is sent about data managers; the fields are those of Annex 2. None of it may get into a log. */
final class DataManagerForms {

    private DataManagerForms() {}

    @Schema(name = "数据管理员登记")
    record Recording(
            @Schema(description = "数据管理员的用户名（角色为市技能中心数据管理员）", example = "gz-li") String username,
            @Schema(description = "任职日期", example = "2026-11-23") LocalDate since,
            Unit unit,
            @Schema(description = "职务") String post,
            Phones phones,
            @Schema(description = "面向公众的查询咨询电话或联系方式") String publicContact,
            @Schema(description = "备注") String remarks,
            Recommendation recommendation) {

        NewAppointment form() {
            return new NewAppointment(
                    username, new Details(unit, post, phones, publicContact, remarks, recommendation), since);
        }

        @Override
        public String toString() {
            return "Recording";
        }
    }

    @Schema(name = "数据管理员变更")
    record Change(
            Unit unit,
            String post,
            Phones phones,
            String publicContact,
            String remarks,
            Recommendation recommendation,
            @Schema(description = "查看时的版本") int version) {

        Details details() {
            return new Details(unit, post, phones, publicContact, remarks, recommendation);
        }

        @Override
        public String toString() {
            return "Change";
        }
    }

    @Schema(name = "数据管理员交接")
    record HandingOver(
            @Schema(description = "查看时的版本") int version,
            @Schema(description = "接任人的用户名：同一城市的数据管理员账号") String successor,
            @Schema(description = "交接日期", example = "2026-11-23") LocalDate handedOverOn,
            @Schema(description = "交接说明") String note,
            @Schema(description = "接任人的附件2信息；接任人已是本市数据管理员的不填") Details details) {

        HandOverForm form() {
            return new HandOverForm(version, successor, handedOverOn, note, details);
        }

        @Override
        public String toString() {
            return "HandingOver";
        }
    }
}

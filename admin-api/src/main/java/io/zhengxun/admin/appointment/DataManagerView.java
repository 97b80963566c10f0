package io.zhengxun.admin.appointment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.appointment.Appointment;
import io.zhengxun.registry.appointment.Details.Phones;
import io.zhengxun.registry.appointment.Details.Recommendation;
import io.zhengxun.registry.appointment.Details.Unit;
import io.zhengxun.registry.appointment.Details;
import io.zhengxun.registry.privacy.PhoneMask;
import java.time.LocalDate;

/** A data manager as the API shows one. */
@Schema(name = "数据管理员")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataManagerView(
        long id,
        @Schema(description = "行政区划代码", example = "440100") String regionCode,
        @Schema(description = "用户名") String username,
        @Schema(description = "姓名") String name,
        Unit unit,
        @Schema(description = "职务") String post,
        @Schema(description = "电话、手机、QQ；对管理员和省技能中心负责人以外的人员遮盖") Phones phones,
        @Schema(description = "面向公众的查询咨询联系方式") String publicContact,
        @Schema(description = "备注") String remarks,
        Recommendation recommendation,
        @Schema(description = "任职日期") LocalDate since,
        @Schema(description = "交接日期；在任时不显示") LocalDate until,
        @Schema(description = "登记人") String recordedBy,
        @Schema(description = "版本，修改时带回") int version) {

    /** @param full whether the viewer may call */
    static DataManagerView of(Appointment of, boolean full) {
        Details details = of.details();
        Unit unit = details.unit();
        Phones phones = details.phones();
        return new DataManagerView(
                of.id(), of.regionCode(), of.username(), of.name(),
                full ? unit : new Unit(unit.name(), unit.address(), unit.head(), PhoneMask.of(unit.headPhone())),
                details.post(),
                full
                        ? phones
                        : new Phones(PhoneMask.of(phones.office()), PhoneMask.of(phones.mobile()), PhoneMask.of(phones.qq())),
                details.publicContact(), details.remarks(), details.recommendation(), of.since(), of.until(),
                of.recordedBy(), of.version());
    }

    @Override
    public String toString() {
        return "DataManagerView[" + id + "]";
    }
}

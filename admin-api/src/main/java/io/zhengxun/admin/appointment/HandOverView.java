package io.zhengxun.admin.appointment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.appointment.HandOver;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.LocalDate;

/** A hand-over as the API shows it. */
@Schema(name = "交接记录")
record HandOverView(
        long id,
        @Schema(description = "行政区划代码", example = "440100") String regionCode,
        @Schema(description = "交出人的用户名") String predecessor,
        @Schema(description = "交出人") String predecessorName,
        @Schema(description = "接任人的用户名") String successor,
        @Schema(description = "接任人") String successorName,
        @Schema(description = "交接日期") LocalDate handedOverOn,
        @Schema(description = "转交的在办批次数") int passedBatches,
        @Schema(description = "交接说明") String note,
        @Schema(description = "登记人") String recordedBy,
        @Schema(description = "登记日期") LocalDate recordedOn) {

    static HandOverView of(HandOver of) {
        return new HandOverView(
                of.id(), of.regionCode(), of.predecessor(), of.predecessorName(), of.successor(), of.successorName(),
                of.handedOverOn(), of.passedBatches(), of.note(), of.recordedBy(), LegalTime.dayOf(of.recordedAt()));
    }

    @Override
    public String toString() {
        return "HandOverView[" + id + "]";
    }
}

package io.zhengxun.admin.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import java.util.List;

/** A returned row beside its correction, field by field (R3). */
@Schema(name = "更正前后")
record DifferenceView(
        @Schema(description = "行号，与原上报的表格一致", example = "17") int row,
        @Schema(description = "证书编号") String number,
        @Schema(description = "退回原因", example = "持证人姓名与身份证件不一致") String reason,
        @Schema(description = "退回时的说明") String remark,
        @Schema(description = "各项均未更改") boolean unchanged,
        @Schema(description = "各项；未更正时为空") List<Field> fields) {

    @Schema(name = "更正前后的一项")
    record Field(
            @Schema(description = "列名", example = "姓名") String field,
            @Schema(description = "更正前", example = "张*") String before,
            @Schema(description = "更正后", example = "张*") String after,
            @Schema(description = "是否更改（遮盖后相同的也可能已更改）", example = "true") boolean changed) {

        /** Without the values. */
        @Override
        public String toString() {
            return "Field[" + field + "]";
        }
    }

    static DifferenceView of(ReturnedRows.Change change) {
        return new DifferenceView(
                change.reason().rowNo(),
                change.number(),
                change.reason().reason(),
                change.reason().remark(),
                change.isUnchanged(),
                change.fields().stream()
                        .map(field -> new Field(
                                field.field().header(), field.before(), field.after(), field.changed()))
                        .toList());
    }
}

package io.zhengxun.admin.returns;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.registry.certificate.CertificateData;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A returned row as it was, with why it was returned. */
@Schema(name = "退回的一行数据")
record ReturnedRowView(
        @Schema(description = "行号，与原上报的表格一致", example = "17") int row,
        @Schema(description = "原因代码", example = "NAME") String reasonCode,
        @Schema(description = "退回原因", example = "持证人姓名与身份证件不一致") String reason,
        @Schema(description = "说明") String remark,
        @Schema(description = "姓名", example = "张*") String name,
        @Schema(description = "证件类型", example = "居民身份证") String idType,
        @Schema(description = "证件号码", example = "440*************12") String idNumber,
        @Schema(description = "职业名称") String occupation,
        @Schema(description = "工种/职业方向") String job,
        @Schema(description = "职业技能等级", example = "高级工") String level,
        @Schema(description = "证书编号") String number,
        @Schema(description = "发证日期", example = "2026-11-02") LocalDate issueDate) {

    private static final int WIDTH = 22;

    static ReturnedRowView of(ReturnedRows.Row row, boolean inFull) {
        CertificateData data = row.data();
        return new ReturnedRowView(
                row.reason().rowNo(),
                row.reason().code(),
                row.reason().reason(),
                row.reason().remark(),
                data.shownName(inFull),
                data.idType().label(),
                data.shownIdNumber(inFull),
                data.occupation(),
                data.job(),
                data.level().label(),
                row.number(),
                data.issueDate());
    }

    private static final Column<ReturnedRowView> ROW = new Column<>("ROW", 8, ReturnedRowView::row);
    private static final List<Column<ReturnedRowView>> DATA = List.of(
            new Column<>("NAME", WIDTH, ReturnedRowView::name),
            new Column<>("ID_TYPE", WIDTH, ReturnedRowView::idType),
            new Column<>("ID_NUMBER", WIDTH, ReturnedRowView::idNumber),
            new Column<>("OCCUPATION", WIDTH, ReturnedRowView::occupation),
            new Column<>("JOB", WIDTH, ReturnedRowView::job),
            new Column<>("LEVEL", WIDTH, ReturnedRowView::level),
            new Column<>("NUMBER", WIDTH + 4, ReturnedRowView::number),
            new Column<>("ISSUE_DATE", WIDTH, ReturnedRowView::issueDate));
    private static final Column<ReturnedRowView> REASON = new Column<>("REASON", WIDTH * 2, ReturnedRowView::why);

    /** As the list is exported. */
    static List<Column<ReturnedRowView>> listed() {
        return columns(List.of(ROW), List.of(REASON));
    }

    /** The template's columns in its order, and the reason. */
    static List<Column<ReturnedRowView>> columns(String institution) {
        return columns(List.of(), List.of(new Column<>("INSTITUTION", WIDTH, row -> institution), REASON));
    }

    private static List<Column<ReturnedRowView>> columns(
            List<Column<ReturnedRowView>> before, List<Column<ReturnedRowView>> after) {
        return Stream.of(before, DATA, after).flatMap(List::stream).toList();
    }

    private String why() {
        return remark.isEmpty() ? reason : reason + "：" + remark;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "ReturnedRowView[" + row + "]";
    }
}

package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.UploadFlaw;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** What came of an uploaded file: the head of its report. */
@Schema(name = "上传结果")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadView(
        @Schema(description = "上传号", example = "SC261123-9XQ4MX2T") String number,
        @Schema(description = "STORED 已接收；REFUSED 有错误，未保存", example = "REFUSED") String outcome,
        @Schema(description = "上传时间", example = "2026-11-23T10:15:30+08:00") String uploadedAt,
        @Schema(description = "文件格式", example = "xlsx") String format,
        @Schema(description = "数据行数", example = "1200") int rows,
        @Schema(description = "有错误的行数", example = "3") int faultyRows,
        @Schema(description = "错误数", example = "5") int flaws,
        @Schema(description = "超过 30 日上报期限的行数", example = "0") int lateRows,
        @Schema(description = "批次号；未保存时不显示", example = "PC261123-7KQ2MX4T") String submission,
        @Schema(description = "报告和原文件保存到", example = "2026-11-30T10:15:30+08:00") String keptUntil,
        @Schema(description = "全部错误", example = "/api/uploads/SC261123-9XQ4MX2T/flaws") String flawsUrl,
        @Schema(description = "带错误说明的原表", example = "/api/uploads/SC261123-9XQ4MX2T/sheet") String sheetUrl,
        @Schema(description = "只含有错误的行", example = "/api/uploads/SC261123-9XQ4MX2T/sheet?only=faulty")
                String faultySheetUrl) {

    @Schema(name = "错误")
    record FlawView(
            @Schema(description = "序号，翻页用", example = "1") int no,
            @Schema(description = "行号，与表格软件所示一致", example = "17") int row,
            @Schema(description = "列名", example = "证件号码") String field,
            @Schema(description = "单元格内容（已遮盖）", example = "440*************12") String value,
            @Schema(description = "依据的规则", example = "C2") String rule,
            @Schema(description = "错误代码", example = "id.check-character") String code,
            @Schema(description = "错误说明", example = "第18位校验码与前17位不符，请逐位核对") String reason) {

        static FlawView of(UploadFlaw flaw) {
            return new FlawView(
                    flaw.flawNo(),
                    flaw.rowNo(),
                    flaw.field(),
                    flaw.maskedValue(),
                    flaw.rule(),
                    flaw.code(),
                    flaw.reason());
        }
    }

    static UploadView stored(Upload upload, String submission) {
        return of(upload, submission, null, null);
    }

    static UploadView refused(Upload upload) {
        return of(upload, null, moment(upload.keptUntil()), "/api/uploads/" + upload.number());
    }

    /** For who may not take the file itself (Q6). */
    UploadView withoutSheet() {
        return new UploadView(
                number, outcome, uploadedAt, format, rows, faultyRows, flaws, lateRows, submission, keptUntil, flawsUrl,
                null, null);
    }

    private static UploadView of(Upload upload, String submission, String keptUntil, String url) {
        return new UploadView(
                upload.number(),
                upload.outcome().name(),
                moment(upload.uploadedAt()),
                upload.format(),
                upload.rowCount(),
                upload.faultyRows(),
                upload.flawCount(),
                upload.lateRows(),
                submission,
                keptUntil,
                url == null ? null : url + "/flaws",
                url == null ? null : url + "/sheet",
                url == null ? null : url + "/sheet?only=faulty");
    }

    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), LegalTime.ZONE));
    }
}

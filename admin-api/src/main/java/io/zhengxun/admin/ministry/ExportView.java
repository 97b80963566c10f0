package io.zhengxun.admin.ministry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.ministry.MinistryExport;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A file that went to the ministry, as the API tells it. */
@Schema(name = "上传部中心的文件")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportView(
        @Schema(example = "BS261123-7KQ2MX4T") String number,
        @Schema(description = "文件的 SHA-256（十六进制）") String digest,
        @Schema(description = "批次数") int batches,
        @Schema(description = "行数") int rows,
        @Schema(description = "导出人账号") String exportedBy,
        @Schema(example = "2026-11-23T10:00:00+08:00") String exportedAt,
        @Schema(description = "下载地址，内容与导出时逐字节相同") String fileUrl,
        @Schema(description = "所含批次号；列表中不显示") List<String> submissions) {

    static ExportView of(MinistryExport export, List<String> submissions) {
        return new ExportView(
                export.number(),
                export.digest(),
                export.batchCount(),
                export.rowCount(),
                export.exportedBy(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(export.exportedAt().atZone(LegalTime.ZONE)),
                "/api/ministry-exports/" + export.number() + "/file",
                submissions);
    }
}

package io.zhengxun.admin.ministry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.ministry.ReceiptsImport;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A file of receipts that was imported, as the API tells it. */
@Schema(name = "部中心回执")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptsView(
        @Schema(example = "HZ261123-7KQ2MX4T") String number,
        @Schema(description = "文件的 SHA-256（十六进制）") String digest,
        @Schema(description = "登记为公布的行数") int publishedRows,
        @Schema(description = "登记为退回的行数") int returnedRows,
        @Schema(description = "此前已登记、没有变动的行数") int unchangedRows,
        @Schema(description = "导入人账号") String importedBy,
        @Schema(example = "2026-11-23T10:00:00+08:00") String importedAt,
        @Schema(description = "同一文件此前已导入，本次没有变动；列表中不显示") Boolean repeated,
        @Schema(description = "须由人查看的说明；列表中不显示") List<String> notes) {

    static ReceiptsView of(ReceiptsImport receipts) {
        return of(receipts, null, null);
    }

    static ReceiptsView of(ReceiptsImport receipts, Boolean repeated, List<String> notes) {
        return new ReceiptsView(
                receipts.number(),
                receipts.digest(),
                receipts.publishedRows(),
                receipts.returnedRows(),
                receipts.unchangedRows(),
                receipts.importedBy(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(receipts.importedAt().atZone(LegalTime.ZONE)),
                repeated,
                notes);
    }
}

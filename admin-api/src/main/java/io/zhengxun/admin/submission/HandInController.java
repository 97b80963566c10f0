package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.ReceivingBatch;
import io.zhengxun.registry.submission.Upload;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Institutions hand in their certificate data (C6). */
@RestController
@RequestMapping("/api/submissions")
@Tag(name = "上报", description = "上报证书数据（评价机构账号）")
class HandInController {

    private final ReceivingBatch receiving;
    private final HandInAnswers answers;
    private final SheetLimits limits;

    HandInController(ReceivingBatch receiving, HandInAnswers answers, SheetLimits limits) {
        this.receiving = receiving;
        this.answers = answers;
        this.limits = limits;
    }

    /** @param note what the institution should know about the accepted rows; absent if there is nothing */
    @Schema(name = "已接收")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Accepted(SubmissionView submission, UploadView upload, String note) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "上报证书数据",
            description = "上传 .xlsx 或 .csv，最大 32 MB、10 万行，并注明所对应的发证登记。先检查全部行：全部正确则整批保存为草稿，"
                    + "再用 submit 提交；有任何错误则全部不保存，返回逐行的错误，原表可带错误说明下载。")
    @ApiResponse(responseCode = "201", description = "已保存为草稿",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accepted.class)))
    @ApiResponse(responseCode = "409", description = "同一文件已上报；或证书编号刚被另一批次使用（number-taken）",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject("""
                    {"title": "与现有数据冲突", "status": 409, "code": "file-already-handed-in", "rule": "C6",
                     "detail": "同一文件已于 2026-11-23 上报，批次号 PC261123-7KQ2MX4T，无需重复上报",
                     "submission": "PC261123-7KQ2MX4T"}""")))
    @ApiResponse(responseCode = "422", description = "有错误，全部未保存",
            content = @Content(mediaType = "application/problem+json", examples = @ExampleObject("""
                    {"title": "内容未被接受", "status": 422, "code": "batch-refused", "rule": "C6",
                     "detail": "共 1200 行，其中 1 行有错误，错误共 1 处；全部数据均未保存。请按错误说明更正后重新上传整个文件",
                     "upload": {"number": "SC261123-9XQ4MX2T", "outcome": "REFUSED", "rows": 1200, "faultyRows": 1,
                     "flaws": 1, "sheetUrl": "/api/uploads/SC261123-9XQ4MX2T/sheet"},
                     "flaws": [{"no": 1, "row": 17, "field": "证件号码", "value": "440*************12", "rule": "C2",
                     "code": "id.check-character", "reason": "第18位校验码与前17位不符，请逐位核对"}]}""")))
    @ApiResponse(responseCode = "503", description = "正在处理其他文件，请稍后重试", content = @Content)
    ResponseEntity<Object> handIn(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "所对应的发证登记号", example = "FZ261123-7KQ2MX4T", required = true)
                    @RequestParam(required = false) String issuance,
            RequestKey key)
            throws IOException {
        if (issuance == null || issuance.isBlank()) {
            throw new ParameterRefused("issuance-missing");
        }
        Upload upload = receiving.receive(SheetFile.of(file.getBytes(), limits), issuance.strip(), staff, key);
        if (upload.outcome() == Upload.Outcome.REFUSED) {
            return ResponseEntity.unprocessableContent().body(answers.refused(upload));
        }
        Accepted accepted = answers.accepted(upload, staff);
        return ResponseEntity.created(URI.create("/api/submissions/" + accepted.submission().number())).body(accepted);
    }
}

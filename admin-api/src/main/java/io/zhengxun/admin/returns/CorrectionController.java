package io.zhengxun.admin.returns;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.admin.submission.HandInAnswers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.returns.CorrectingReturn;
import io.zhengxun.registry.submission.returns.Returns;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** An institution hands in the correction of a return (R2). */
@RestController
@RequestMapping("/api/returns/{number}/correction")
@Tag(name = "退回")
class CorrectionController {

    private final CorrectingReturn correcting;
    private final Returns returns;
    private final ReturnViews views;
    private final HandInAnswers answers;
    private final SheetLimits limits;

    CorrectionController(
            CorrectingReturn correcting,
            Returns returns,
            ReturnViews views,
            HandInAnswers answers,
            SheetLimits limits) {
        this.correcting = correcting;
        this.returns = returns;
        this.views = views;
        this.answers = answers;
        this.limits = limits;
    }

    @Schema(name = "已更正")
    record Accepted(
            @JsonProperty("return") ReturnView returned,
            @Schema(description = "上传号", example = "SC261123-9XQ4MX2T") String upload,
            @Schema(description = "行数", example = "3") int rows) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "上传更正数据",
            description = "上传 .xlsx 或 .csv，列与上报模板相同，应恰好包含退回的各行，以证书编号对应，证书编号不能更改。"
                    + "全部正确则成为更正批次，由市技能中心（省属机构为省技能中心）重新审核；有任何错误则全部不保存，返回逐行的错误。")
    @ApiResponse(responseCode = "201", description = "已接收",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Accepted.class)))
    @ApiResponse(responseCode = "409", description = "已更正", content = @Content)
    @ApiResponse(responseCode = "422", description = "有错误，全部未保存；格式同上报", content = @Content)
    ResponseEntity<Object> correct(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @Parameter(required = true) @RequestPart(name = "file", required = false) MultipartFile file,
            RequestKey key)
            throws IOException, MissingServletRequestPartException {
        returns.visible(number, staff.scope());
        if (file == null) {
            throw new MissingServletRequestPartException("file");
        }
        Upload upload = correcting.correct(number, SheetFile.of(file.getBytes(), limits), staff, key);
        if (upload.outcome() == Upload.Outcome.REFUSED) {
            return ResponseEntity.unprocessableContent().body(answers.refused(upload));
        }
        ReturnView returned = views.whole(returns.visible(number, staff.scope()), staff);
        return ResponseEntity.created(URI.create("/api/submissions/" + returned.correction().submission()))
                .body(new Accepted(returned, upload.number(), upload.rowCount()));
    }
}

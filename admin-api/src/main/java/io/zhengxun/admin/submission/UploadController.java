package io.zhengxun.admin.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AccountScopes;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.problem.FileGone;
import io.zhengxun.admin.problem.NotFound;
import io.zhengxun.admin.sheet.AnnotatedSheet;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.UploadFlaw;
import io.zhengxun.registry.submission.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of an upload: the report, and one's own sheet with the errors in it (C6). */
@RestController
@RequestMapping("/api/uploads/{number}")
@Tag(name = "上传结果", description = "上传文件的检查报告")
class UploadController {

    private static final int MOST_FLAWS = 1000;

    private final Uploads uploads;
    private final Submissions submissions;
    private final AccountScopes scopes;
    private final SheetLimits limits;

    UploadController(Uploads uploads, Submissions submissions, AccountScopes scopes, SheetLimits limits) {
        this.uploads = uploads;
        this.submissions = submissions;
        this.scopes = scopes;
        this.limits = limits;
    }

    @Schema(name = "错误列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FlawPage(
            List<UploadView.FlawView> items,
            @Schema(description = "下一页的 after；没有下一页时不显示", example = "100") Integer next) {}

    @GetMapping
    @AnyReader
    @Operation(summary = "查询上传结果")
    UploadView head(@Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable String number) {
        Upload upload = visible(staff, number);
        if (upload.submissionId() == null) {
            UploadView view = UploadView.refused(upload);
            return staff.role() == Role.INSTITUTION_DATA_MANAGER ? view : view.withoutSheet();
        }
        return UploadView.stored(
                upload, submissions.find(upload.submissionId()).map(Submission::number).orElseThrow(NotFound::new));
    }

    @GetMapping("/flaws")
    @AnyReader
    @Operation(summary = "逐条列出错误", description = "按行排列。翻页：把上一页的 next 作为 after。")
    FlawPage flaws(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") String limit) {
        int size = PageSize.of(limit, MOST_FLAWS);
        List<UploadFlaw> found = uploads.flaws(visible(staff, number), PageSize.key(after), size + 1);
        List<UploadFlaw> shown = found.subList(0, Math.min(size, found.size()));
        return new FlawPage(
                shown.stream().map(UploadView.FlawView::of).toList(),
                found.size() > size ? shown.get(size - 1).flawNo() : null);
    }

    @GetMapping("/sheet")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "下载带错误说明的原表",
            description = "仅限本机构，下载留有记录。格式与上传的文件相同，各列内容不变，另加“错误说明”一列。only=faulty 只含有错误的行。")
    void sheet(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String number,
            @RequestParam(required = false) String only,
            HttpServletResponse response)
            throws IOException {
        Upload upload = visible(staff, number);
        byte[] content = uploads.takeBack(upload, staff).orElseThrow(FileGone::new);
        SheetFile file = SheetFile.kept(content, upload.format(), limits);
        Downloads.begin(response, file.mediaType(), "错误说明-" + upload.number() + "." + upload.format());
        new AnnotatedSheet(file, new RowErrors(uploads, upload), "faulty".equals(only))
                .writeTo(response.getOutputStream());
    }

    private Upload visible(Staff staff, String number) {
        Upload upload = uploads.findByNumber(number).orElseThrow(NotFound::new);
        scopes.visible(staff, upload.institutionId());
        return upload;
    }
}

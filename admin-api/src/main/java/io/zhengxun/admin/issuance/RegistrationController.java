package io.zhengxun.admin.issuance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetFormat;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.admin.submission.Downloads;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.IssuanceField;
import io.zhengxun.registry.issuance.IssuanceForm;
import io.zhengxun.registry.issuance.IssuanceLine;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Institutions register what they issued, one by one or by file (T3). */
@RestController
@RequestMapping("/api/issuances")
@Tag(name = "发证登记")
class RegistrationController {

    private final RegisteringIssuance registering;
    private final OnceOnly onceOnly;
    private final IssuanceViews views;
    private final SheetLimits limits;

    RegistrationController(
            RegisteringIssuance registering, OnceOnly onceOnly, IssuanceViews views, SheetLimits limits) {
        this.registering = registering;
        this.onceOnly = onceOnly;
        this.views = views;
        this.limits = limits;
    }

    @Schema(name = "登记发证")
    record Form(
            @Schema(description = "评价计划编号", example = "2026-JH-0012") String planNo,
            @Schema(description = "职业名称，须已备案", example = "电工") String occupation,
            @Schema(description = "职业技能等级，须已备案", example = "高级工") String level,
            @Schema(description = "发证人数", example = "120", type = "integer") String count,
            @Schema(description = "发证日期", example = "2026-11-02") String issueDate) {

        IssuanceForm form() {
            return new IssuanceForm()
                    .with(IssuanceField.PLAN_NO, planNo)
                    .with(IssuanceField.OCCUPATION, occupation)
                    .with(IssuanceField.LEVEL, level)
                    .with(IssuanceField.COUNT, count)
                    .with(IssuanceField.ISSUE_DATE, issueDate);
        }
    }

    @Schema(name = "已登记")
    record Registered(List<IssuanceView> items) {}

    @PostMapping
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "登记一次发证", description = "发证之日起 30 日（D1）和 6 个月（D8）的上报期限随登记开始计算。")
    ResponseEntity<IssuanceView> register(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestBody Form form,
            RequestKey key) {
        IssuanceView registered = onceOnly.run(
                key, IssuanceView.class, () -> views.whole(registering.register(form.form(), staff), staff));
        return ResponseEntity.created(URI.create("/api/issuances/" + registered.number())).body(registered);
    }

    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(
            summary = "用文件登记多次发证",
            description = "上传 .xlsx 或 .csv，最多 1000 行；全部正确则全部登记，有任何错误则全部不登记，返回每一行的每一处错误。")
    ResponseEntity<Registered> registerAll(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @RequestPart("file") MultipartFile file,
            RequestKey key)
            throws IOException {
        byte[] content = file.getBytes();
        List<IssuanceLine> lines = IssuanceSheet.lines(SheetFile.of(content, limits));
        RequestKey whole = key == null ? null : key.with(content);
        Registered registered = onceOnly.run(whole, Registered.class, () -> {
            List<Issuance> all = registering.registerAll(lines, staff);
            return new Registered(views.of(all, staff));
        });
        return ResponseEntity.status(201).body(registered);
    }

    @GetMapping("/template")
    @Allowed(Role.INSTITUTION_DATA_MANAGER)
    @Operation(summary = "下载发证登记的空白模板（.xlsx）")
    void template(HttpServletResponse response) throws IOException {
        Downloads.begin(response, SheetFormat.XLSX.mediaType(), "发证登记模板.xlsx");
        IssuanceSheet.writeTemplate(response.getOutputStream());
    }
}

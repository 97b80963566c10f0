package io.zhengxun.admin.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.review.ReturnReason;
import io.zhengxun.registry.submission.review.ReturnReasons;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of reasons for returns (R2): read by all, maintained by the province. */
@RestController
@RequestMapping("/api/return-reasons")
@Tag(name = "退回原因", description = "退回原因目录；文字即机构收到的提醒")
class ReturnReasonController {

    private static final List<Column<View>> COLUMNS = List.of(
            new Column<>("code", 16, View::code),
            new Column<>("wording", 50, View::wording),
            new Column<>("active", 10, View::active),
            new Column<>("changedBy", 16, View::changedBy),
            new Column<>("changedOn", 12, View::changedOn));

    private final ReturnReasons reasons;
    private final OnceOnly onceOnly;

    ReturnReasonController(ReturnReasons reasons, OnceOnly onceOnly) {
        this.reasons = reasons;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "退回原因")
    record View(
            @Schema(description = "代码", example = "NAME") String code,
            @Schema(description = "文字", example = "持证人姓名与身份证件不一致") String wording,
            @Schema(description = "是否可用于新的退回") boolean active,
            @Schema(description = "最后修改人") String changedBy,
            @Schema(description = "最后修改日期", example = "2026-11-23") LocalDate changedOn,
            @Schema(description = "版本，修改时带回", example = "0") int version) {

        static View of(ReturnReason reason) {
            return new View(
                    reason.code(), reason.wording(), reason.active(), reason.changedBy(),
                    LegalTime.dayOf(reason.changedAt()), reason.version());
        }
    }

    @Schema(name = "退回原因目录")
    record Catalogue(List<View> items) {}

    @Schema(name = "新的退回原因")
    record NewReason(
            @Schema(description = "代码：2–20 位大写字母、数字或下划线，以字母开头", example = "PHOTO") String code,
            @Schema(description = "文字：2–60 个字", example = "照片不清晰") String wording) {}

    @Schema(name = "修改退回原因")
    record Changed(
            @Schema(description = "文字：2–60 个字", example = "照片不清晰") String wording,
            @Schema(description = "false：停用", example = "true") Boolean active,
            @Schema(description = "所见的版本", example = "0") Integer version) {

        /** A form that leaves it out shall not retire the reason. */
        ReturnReasons.Change change() {
            if (active == null) {
                throw new FieldsRefused(List.of(FieldFlaw.of("active", "required")));
            }
            return new ReturnReasons.Change(wording, active);
        }
    }

    @GetMapping
    @AnyReader
    @Operation(summary = "退回原因目录，包括已停用的", description = "加 format=xlsx 导出为 .xlsx。")
    Catalogue all() {
        return new Catalogue(views());
    }

    @GetMapping(produces = ListSheets.XLSX)
    @AnyReader
    ListSheet<View> sheet() {
        return new ListSheet<>("return-reasons", COLUMNS, Pages.of(views()));
    }

    private List<View> views() {
        return reasons.all().stream().map(View::of).toList();
    }

    @PostMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "增加退回原因")
    ResponseEntity<View> add(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody NewReason form, RequestKey key) {
        return ResponseEntity.status(201)
                .body(onceOnly.run(key, View.class, () -> View.of(reasons.add(form.code(), form.wording(), staff))));
    }

    @PutMapping("/{code}")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD})
    @Operation(summary = "修改、停用或重新启用退回原因", description = "已作出的退回保留当时的文字。")
    View change(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String code,
            @RequestBody Changed form,
            RequestKey key) {
        ReturnReasons.Change change = form.change();
        int seen = SeenVersion.of(form.version());
        return onceOnly.run(key, View.class, () -> View.of(reasons.change(code, change, seen, staff)));
    }
}

package io.zhengxun.admin.institution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.InstitutionForm;
import io.zhengxun.registry.institution.KeepingInstitutions;
import io.zhengxun.registry.institution.KeepingInstitutions.Seen;
import io.zhengxun.registry.institution.ScopeLine;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Administrators file institutions and what they may assess (C4). */
@RestController
@RequestMapping("/api/institutions")
@Tag(name = "评价机构")
class InstitutionKeepingController {

    private final KeepingInstitutions keeping;
    private final OnceOnly onceOnly;
    private final InstitutionViews views;
    private final SheetLimits limits;

    InstitutionKeepingController(
            KeepingInstitutions keeping, OnceOnly onceOnly, InstitutionViews views, SheetLimits limits) {
        this.keeping = keeping;
        this.onceOnly = onceOnly;
        this.views = views;
        this.limits = limits;
    }

    @Schema(name = "新备案机构")
    record Filing(
            @Schema(description = "编号前缀：证书编号的第 1–13 位", example = "S000044010001") String numberPrefix,
            @Schema(description = "机构全称") String name,
            @Schema(description = "MUNICIPAL 市属，PROVINCIAL 省属") Tier tier,
            @Schema(description = "行政区划代码：市属为地级市，省属为 440000", example = "440100") String regionCode,
            @Schema(description = "联系电话") String phone,
            @Schema(description = "备案范围") List<InstitutionViews.Filed> scope) {}

    @Schema(name = "机构变更")
    record Change(String name, String phone, @Schema(description = "查看时的版本") int version) {}

    @Schema(name = "备案范围变更")
    record ScopeChange(List<InstitutionViews.Filed> scope, @Schema(description = "查看时的版本") int version) {}

    @PostMapping
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "备案新机构", description = "返回所有填写错误；编号前缀备案后不能修改。")
    ResponseEntity<InstitutionViews.View> file(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @RequestBody Filing form, RequestKey key) {
        InstitutionForm filing = new InstitutionForm(
                form.numberPrefix(), form.name(), form.tier(), form.regionCode(), form.phone(), lines(form.scope()));
        InstitutionViews.View filed = onceOnly.run(
                key, InstitutionViews.View.class, () -> views.whole(keeping.file(filing, staff.actor())));
        return ResponseEntity.created(URI.create("/api/institutions/" + filed.numberPrefix())).body(filed);
    }

    @PutMapping("/{numberPrefix}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(
            summary = "修改名称、电话",
            description = "编号前缀、市属/省属和地区不能修改：已有的证书编号、在途批次和期限以其为准；机构迁移的，以新的编号前缀另行备案。")
    InstitutionViews.View change(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String numberPrefix,
            @RequestBody Change form) {
        Seen seen = new Seen(numberPrefix, form.version());
        return views.whole(keeping.change(seen, form.name(), form.phone(), staff.actor()));
    }

    @PutMapping(path = "/{numberPrefix}/scope", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "更换备案范围", description = "以所给的范围整个替换原有范围；不影响此前已上报的数据。")
    InstitutionViews.View changeScope(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String numberPrefix,
            @RequestBody ScopeChange form) {
        Seen seen = new Seen(numberPrefix, form.version());
        return views.whole(keeping.changeScope(seen, lines(form.scope()), staff.actor()));
    }

    @PutMapping(path = "/{numberPrefix}/scope", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.ADMINISTRATOR)
    @Operation(summary = "用文件更换备案范围", description = ".xlsx 或 .csv，列名为“职业名称”“等级”，每行一个职业的一个等级。")
    InstitutionViews.View changeScopeByFile(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String numberPrefix,
            @RequestPart("file") MultipartFile file,
            @RequestParam int version)
            throws IOException {
        List<ScopeLine> lines = ScopeSheet.lines(SheetFile.of(file.getBytes(), limits));
        return views.whole(keeping.changeScope(new Seen(numberPrefix, version), lines, staff.actor()));
    }

    private static List<ScopeLine> lines(List<InstitutionViews.Filed> scope) {
        List<ScopeLine> lines = new ArrayList<>();
        for (int i = 0; scope != null && i < scope.size(); i++) {
            InstitutionViews.Filed filed = scope.get(i);
            String place = "scope[" + i + "]";
            List<String> levels = filed == null || filed.levels() == null || filed.levels().isEmpty()
                    ? List.of("")
                    : filed.levels();
            String occupation = filed == null ? null : filed.occupation();
            levels.forEach(level -> lines.add(new ScopeLine(place, occupation, level)));
        }
        return lines;
    }
}

package io.zhengxun.admin.institution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.FiledInstitution;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Institutions as the API shows them. */
@Component
class InstitutionViews {

    private final Regions regions;

    InstitutionViews(Regions regions) {
        this.regions = regions;
    }

    @Schema(name = "评价机构")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(description = "编号前缀：证书编号的第 1–13 位，不会改变", example = "S000044010001") String numberPrefix,
            @Schema(description = "机构全称") String name,
            @Schema(description = "MUNICIPAL 市属，PROVINCIAL 省属") String tier,
            @Schema(description = "行政区划代码", example = "440100") String regionCode,
            @Schema(description = "地区", example = "广州市") String region,
            @Schema(description = "联系电话") String phone,
            @Schema(description = "备案范围；只在查看单个机构时显示") List<Filed> scope,
            @Schema(description = "版本，修改时带回；只在查看单个机构时显示") Integer version) {}

    @Schema(name = "备案职业")
    record Filed(
            @Schema(description = "职业名称", example = "电工") String occupation,
            @Schema(description = "等级", example = "[\"高级工\", \"中级工\"]") List<String> levels) {}

    View line(Institution institution) {
        return view(institution, null, null);
    }

    View whole(FiledInstitution filed) {
        FiledScope scope = filed.scope();
        List<Filed> lines = scope.occupations().stream()
                .map(name -> new Filed(name, scope.levelsOf(name).stream().map(Level::label).toList()))
                .toList();
        return view(filed.institution(), lines, filed.version());
    }

    private View view(Institution institution, List<Filed> scope, Integer version) {
        return new View(
                institution.numberPrefix(), institution.name(), institution.tier().name(), institution.regionCode(),
                regions.find(institution.regionCode()).map(Region::name).orElseThrow(), institution.phone(), scope,
                version);
    }
}

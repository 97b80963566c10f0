package io.zhengxun.admin.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.account.Role;
import java.time.LocalDate;

/** An account as administrators see it. */
@Schema(name = "账号")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String username,
        String name,
        Role role,
        @Schema(description = "评价机构的代码（证书编号前 13 位）", example = "S000044010001") String institution,
        @Schema(description = "城市的行政区划代码", example = "440100") String city,
        @Schema(description = "身份平台标识") String externalId,
        @Schema(description = "已启用动态口令") boolean totp,
        @Schema(description = "密码设置日期") LocalDate passwordSetOn,
        @Schema(description = "停用日期") LocalDate disabledOn,
        @Schema(description = "修改时原样送回") int version) {

    /** Without the name: frameworks log what they write. */
    @Override
    public String toString() {
        return "AccountView[" + username + "]";
    }
}

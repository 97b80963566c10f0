package io.zhengxun.admin.account;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.request.SeenVersion;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.AccountChange;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Accounts as forms have them: institutions by their number prefix, cities by their region code. */
@Component
class AccountForms {

    private final Institutions institutions;

    AccountForms(Institutions institutions) {
        this.institutions = institutions;
    }

    @Schema(name = "新增账号")
    record Opening(
            @Schema(description = "3–64 位小写字母、数字、点、横线或下划线", example = "zhang.san") String username,
            @Schema(description = "本人姓名") String name,
            Role role,
            @Schema(description = "评价机构数据管理员：机构代码", example = "S000044010001") String institution,
            @Schema(description = "市技能中心人员：行政区划代码", example = "440100") String city,
            @Schema(description = "身份平台标识；不使用身份平台的不填") String externalId) {

        @Override
        public String toString() {
            return "Opening[" + username + "]";
        }
    }

    @Schema(name = "修改账号")
    record Change(String name, Role role, String institution, String city, String externalId, Integer version) {

        @Override
        public String toString() {
            return "Change[" + role + "]";
        }
    }

    NewAccount opening(Opening form) {
        Scope scope = scope(form.role(), form.institution(), form.city());
        return new NewAccount(form.username(), form.name(), form.role(), scope, form.externalId());
    }

    AccountChange change(Change form) {
        Scope scope = scope(form.role(), form.institution(), form.city());
        return new AccountChange(form.name(), form.role(), scope, form.externalId(), SeenVersion.of(form.version()));
    }

    AccountView view(Account account) {
        Scope scope = account.scope();
        return new AccountView(
                account.username(),
                account.name(),
                account.role(),
                scope.institutionId() == null
                        ? null
                        : institutions.find(scope.institutionId()).map(Institution::numberPrefix).orElse(null),
                scope.regionCode(),
                account.externalId(),
                account.secondFactor(),
                day(account.passwordSetAt()),
                day(account.disabledAt()),
                account.version());
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : LegalTime.dayOf(instant);
    }

    /** Null if role and fields do not agree or there is no such institution: the registry says which field is wrong. */
    private Scope scope(Role role, String institution, String city) {
        boolean both = institution != null && city != null;
        if (role == null || both) {
            return null;
        }
        return switch (role.scope()) {
            case INSTITUTION -> institution == null
                    ? null
                    : institutions.findByNumberPrefix(institution).map(filed -> Scope.ofInstitution(filed.id())).orElse(null);
            case CITY -> city == null || city.equals(Region.PROVINCE_CODE) ? null : Scope.ofCity(city);
            case PROVINCE -> institution == null && city == null ? Scope.ofProvince() : null;
        };
    }
}

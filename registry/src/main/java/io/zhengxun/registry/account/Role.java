package io.zhengxun.registry.account;

import java.util.EnumSet;
import java.util.Set;

/** What a person does here (rulebook, section 1). An account has one role: nobody both reviews and approves (W2). */
public enum Role {
    /** 评价机构数据管理员 */
    INSTITUTION_DATA_MANAGER(Scope.Kind.INSTITUTION),
    /** 市技能中心数据管理员: reviews (W3) */
    CITY_DATA_MANAGER(Scope.Kind.CITY),
    /** 市技能中心负责人或正式授权分管负责人: approves (W2) */
    CITY_LEAD(Scope.Kind.CITY),
    /** 省技能中心审核人员 */
    PROVINCE_REVIEWER(Scope.Kind.PROVINCE),
    /** 省技能中心负责人 */
    PROVINCE_LEAD(Scope.Kind.PROVINCE),
    /** 审计: reads everything including the trail, does nothing */
    AUDITOR(Scope.Kind.PROVINCE),
    /** 系统管理员: accounts and settings; sees no certificate data, neither reviews nor approves */
    ADMINISTRATOR(Scope.Kind.PROVINCE);

    /** Who works on batches or may look at them; all but the administrator. */
    public static final Set<Role> READERS = Set.copyOf(EnumSet.complementOf(EnumSet.of(ADMINISTRATOR)));

    private final Scope.Kind scope;

    Role(Scope.Kind scope) {
        this.scope = scope;
    }

    /** The kind of scope that an account with this role has. */
    public Scope.Kind scope() {
        return scope;
    }
}

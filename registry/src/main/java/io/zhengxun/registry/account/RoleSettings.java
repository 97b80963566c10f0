package io.zhengxun.registry.account;

import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator decides for whole roles. */
@Component
public class RoleSettings {

    private final RoleSettingMapper mapper;
    private final AuditTrail trail;

    RoleSettings(RoleSettingMapper mapper, AuditTrail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /** One for each role, in the order of roles. */
    public List<RoleSetting> all() {
        return mapper.all().stream().sorted(Comparator.comparing(RoleSetting::role)).toList();
    }

    /** From the next request on, whoever has the role and no second factor can only set one up. */
    @Transactional
    public void requireSecondFactor(Role role, boolean required, Staff administrator) {
        RoleSetting before = mapper.lock(role);
        if (before.totpRequired() == required) {
            return;
        }
        mapper.requireTotp(role, required);
        trail.append(new Deed(
                administrator.actor(),
                "ROLE_CHANGED",
                new Deed.Subject(Deed.Subject.Kind.ROLE, role.name()),
                Map.of("totpRequired", String.valueOf(before.totpRequired())),
                Map.of("totpRequired", String.valueOf(required))));
    }
}

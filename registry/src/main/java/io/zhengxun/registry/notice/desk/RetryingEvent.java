package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person put right why the notices of an event could not be written: it is told as if it had just happened. */
@Component
public class RetryingEvent {

    private static final Set<Role> WHO = Set.of(Role.PROVINCE_LEAD, Role.ADMINISTRATOR);

    private final WorkListMapper mapper;
    private final AuditTrail trail;

    RetryingEvent(WorkListMapper mapper, AuditTrail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /**
     * Notices that it brought about already are not written again.
     *
     * @throws Absent if there is no such event that waits for a person
     */
    @Transactional
    public void retry(long id, Staff by) {
        if (!WHO.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
        WorkListMapper.Event stuck = mapper.lockStuck(id);
        if (stuck == null) {
            throw new Absent();
        }
        mapper.renew(id);
        trail.append(new Deed(
                by.actor(),
                "EVENT_RETRIED",
                new Deed.Subject(stuck.subjectKind(), stuck.subjectKey()),
                Map.of("state", stuck.state()),
                Map.of("event", stuck.kind())));
    }
}

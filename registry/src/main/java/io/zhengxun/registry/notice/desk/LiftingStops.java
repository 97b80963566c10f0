package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.delivery.ChannelStop;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person put right what stopped a channel: it goes on, with what it held. */
@Component
public class LiftingStops {

    private static final Set<Role> WHO = Set.of(Role.PROVINCE_LEAD, Role.ADMINISTRATOR);

    private final ChannelStops stops;
    private final AuditTrail trail;

    LiftingStops(ChannelStops stops, AuditTrail trail) {
        this.stops = stops;
        this.trail = trail;
    }

    /** @throws io.zhengxun.registry.refusal.Absent if there is no such stop, or it was lifted already */
    @Transactional
    public ChannelStop lift(long id, Staff by) {
        if (!WHO.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
        ChannelStop lifted = stops.lift(id, by.username());
        trail.append(new Deed(
                by.actor(),
                "CHANNEL_RELEASED",
                new Deed.Subject(Deed.Subject.Kind.CHANNEL, lifted.channel().name()),
                Map.of("code", lifted.code(), "since", lifted.since().toString()),
                lifted.kind() == null ? Map.of() : Map.of("kind", lifted.kind().name())));
        return lifted;
    }
}

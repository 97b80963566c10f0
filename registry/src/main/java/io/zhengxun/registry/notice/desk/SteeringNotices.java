package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeStep;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.Readdressed;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff of centres send a notice again, take it out of the way, or record that they told it by telephone. */
@Component
public class SteeringNotices {

    /** What staff do, in the order in which it is offered. */
    private static final List<NoticeStep> ACTS = List.of(NoticeStep.RESEND, NoticeStep.CANCEL, NoticeStep.PHONE);
    private static final Set<Role> WHO =
            Set.of(Role.CITY_DATA_MANAGER, Role.CITY_LEAD, Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD);

    private final NoticeList list;
    private final Notices notices;
    private final AuditTrail trail;

    SteeringNotices(NoticeList list, Notices notices, AuditTrail trail) {
        this.list = list;
        this.notices = notices;
        this.trail = trail;
    }

    /** What a person may do next with a notice that lies in the person's scope, as it is. */
    public static List<NoticeStep> possible(Notice notice, Staff by) {
        return WHO.contains(by.role())
                ? ACTS.stream().filter(act -> act.isPossibleFrom(notice.state()) && isMeant(act, notice)).toList()
                : List.of();
    }

    private static boolean isMeant(NoticeStep act, Notice notice) {
        return switch (act) {
            // Of a return it is asked anew who there is.
            case RESEND -> notice.hasAddressee() || notice.kind() == NoticeKind.RETURN;
            case PHONE -> !notice.recipient().kind().isPrivate();
            default -> true;
        };
    }

    /**
     * From its first channel, as a new message.
     *
     * @throws io.zhengxun.registry.refusal.Absent if there is no such notice in the person's scope
     * @throws io.zhengxun.registry.notice.NoticeChanged if it is not as the person saw it
     * @throws io.zhengxun.registry.notice.NoticeActNotPossible in a state that does not allow it, or without a recipient
     */
    @Transactional
    public Notice resend(OrderedNotice ordered, Staff by) {
        Notice seen = guarded(ordered, by);
        notices.resend(ordered.id(), ordered.version(), by.username());
        return done("NOTICE_RESENT", seen, Map.of(), by);
    }

    /** To whom there is now, where there was nobody or no way; else as {@link #resend(OrderedNotice, Staff)}. */
    @Transactional
    public Notice resend(OrderedNotice ordered, Readdressed now, Staff by) {
        Notice seen = guarded(ordered, by);
        notices.resend(ordered.id(), ordered.version(), now, by.username());
        return done("NOTICE_RESENT", seen, Map.of(), by);
    }

    /**
     * Nothing more is sent of it; as {@link #resend(OrderedNotice, Staff)}.
     *
     * @param why at most 200 characters
     */
    @Transactional
    public Notice cancel(OrderedNotice ordered, String why, Staff by) {
        Notice seen = guarded(ordered, by);
        notices.cancel(ordered.id(), ordered.version(), why, by.username());
        return done("NOTICE_CANCELLED", seen, Map.of("reason", why), by);
    }

    /**
     * Evidence of a telephone call; as {@link #resend(OrderedNotice, Staff)}. That an institution received a notice of return by it is another
     * fact (T4).
     *
     * @throws NotToPhone if it is for a holder
     */
    @Transactional
    public Notice phoned(OrderedNotice ordered, PhoneCall call, Staff by) {
        Notice seen = guarded(ordered, by);
        if (seen.recipient().kind().isPrivate()) {
            throw new NotToPhone();
        }
        notices.phoned(ordered.id(), ordered.version(), call.at() + " " + call.told(), by.username());
        return done("NOTICE_PHONED", seen, Map.of("at", call.at().toString(), "note", call.told()), by);
    }

    private Notice guarded(OrderedNotice ordered, Staff by) {
        Notice seen = list.visible(ordered.id(), by.scope());
        if (!WHO.contains(by.role())) {
            throw new RoleNotAllowed("T4");
        }
        return seen;
    }

    private Notice done(String act, Notice before, Map<String, String> facts, Staff by) {
        Notice now = list.visible(before.id(), by.scope());
        Map<String, String> after = new LinkedHashMap<>();
        after.put("state", now.state().name());
        Stream.of("at", "reason", "note").filter(facts::containsKey).forEach(name -> after.put(name, facts.get(name)));
        trail.append(new Deed(
                by.actor(),
                act,
                new Deed.Subject(Deed.Subject.Kind.NOTICE, String.valueOf(before.id())),
                Map.of("state", before.state().name()),
                after));
        return now;
    }
}

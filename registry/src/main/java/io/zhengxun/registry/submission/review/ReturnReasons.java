package io.zhengxun.registry.submission.review;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of reasons for returns, which the province maintains (R2). The wording becomes the alert; returns keep
 * the wording of their time.
 */
@Component
public class ReturnReasons {

    /** Who maintains the catalogue; it is the same for the whole province. */
    public static final Set<Role> MAINTAINERS = Set.of(Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD);

    /** Of every row that the ministry returns: without it, its receipts could not be imported (R4). */
    public static final String MINISTRY = "MINISTRY";
    /** For what the catalogue does not foresee; the remark says what. */
    public static final String OTHER = "OTHER";

    private static final Set<String> NEEDED = Set.of(MINISTRY, OTHER);

    private final ReturnReasonMapper mapper;
    private final AuditTrail trail;
    private final Clock clock;

    ReturnReasons(ReturnReasonMapper mapper, AuditTrail trail, Clock clock) {
        this.mapper = mapper;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of them, in the order in which they were added; what is not active cannot be used for new returns. */
    public List<ReturnReason> all() {
        return mapper.all();
    }

    /**
     * Adds a reason, which may be used at once.
     *
     * @throws io.zhengxun.registry.refusal.FieldsRefused for a code or a wording that cannot be used
     * @throws ReasonExists if there is one of this code, also a retired one
     */
    @Transactional
    public ReturnReason add(String code, String wording, Staff by) {
        refuseOthers(by);
        ReturnReasonForm form = new ReturnReasonForm(code, wording);
        try {
            mapper.insert(form, by.username(), clock.instant());
        } catch (DuplicateKeyException e) {
            throw new ReasonExists(form.code());
        }
        ReturnReason added = mapper.byCode(form.code());
        tell("RETURN_REASON_ADDED", Map.of(), added, by);
        return added;
    }

    /**
     * Changes a reason's wording, retires it or takes it into use again.
     *
     * @param version of the state that the person looked at
     * @throws Absent if there is none of this code
     * @throws ReasonNeeded if it is to be retired and is one of those that are used by rule
     * @throws ReasonChanged if it is not as the person saw it
     */
    @Transactional
    public ReturnReason change(String code, Change change, int version, Staff by) {
        refuseOthers(by);
        ReturnReason before = Optional.ofNullable(mapper.held(code)).orElseThrow(Absent::new);
        ReturnReasonForm form = new ReturnReasonForm(code, change.wording());
        if (!change.active() && NEEDED.contains(before.code())) {
            throw new ReasonNeeded(before.code());
        }
        if (before.version() != version) {
            throw new ReasonChanged(before);
        }
        ReturnReason now = new ReturnReason(
                before.code(), form.wording(), change.active(), by.username(), clock.instant(), version + 1);
        mapper.change(now);
        tell("RETURN_REASON_CHANGED", facts(before), now, by);
        return now;
    }

    /** How a reason shall be. */
    public record Change(String wording, boolean active) {}

    private static void refuseOthers(Staff by) {
        if (!MAINTAINERS.contains(by.role())) {
            throw new RoleNotAllowed("R2");
        }
    }

    private void tell(String act, Map<String, String> before, ReturnReason now, Staff by) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.RETURN_REASON, now.code());
        trail.append(new Deed(by.actor(), act, subject, before, facts(now)));
    }

    private static Map<String, String> facts(ReturnReason reason) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("wording", reason.wording());
        facts.put("active", String.valueOf(reason.active()));
        return facts;
    }
}

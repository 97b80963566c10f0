package io.zhengxun.registry.issuance;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells outbox and trail what was done to an issuance, within the act's transaction (W4). */
@Component
class IssuanceRecords {

    private final Outbox outbox;
    private final AuditTrail trail;

    IssuanceRecords(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    /** @param before null for a new one */
    void tell(String act, Issuance before, Issuance now, Actor by) {
        outbox.record(new OutboxEvent(act, now.subject(), now.institutionId(), now.regionCode(), facts(now)));
        trail.append(new Deed(by, act, now.subject(), before == null ? Map.of() : facts(before), facts(now)));
    }

    private static Map<String, String> facts(Issuance issuance) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", issuance.state().name());
        facts.put("planNo", issuance.planNo());
        facts.put("occupation", issuance.occupation());
        facts.put("level", issuance.level().name());
        facts.put("count", String.valueOf(issuance.issuedCount()));
        facts.put("reported", String.valueOf(issuance.reportedCount()));
        facts.put("issueDate", issuance.issueDate().toString());
        facts.put("reportDueOn", issuance.reportDueOn().toString());
        facts.put("closesOn", issuance.closesOn().toString());
        if (issuance.isAdmitted()) {
            facts.put("admittedReason", issuance.admittedReason());
        }
        return facts;
    }
}

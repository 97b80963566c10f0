package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff look at one complaint with all that was written, which the trail keeps (Q6, W4). */
@Component
public class ViewingComplaint {

    private final Complaints complaints;
    private final AuditTrail trail;

    ViewingComplaint(Complaints complaints, AuditTrail trail) {
        this.complaints = complaints;
        this.trail = trail;
    }

    /**
     * An institution sees what it was asked and what it stated, neither the holder's words nor how to reach the holder; an
     * auditor who wrote when, and no words.
     *
     * @throws Absent if there is none, or it lies outside of the person's scope
     */
    @Transactional
    public ComplaintFile view(String number, Staff by) {
        Complaint found = complaints.visible(number, by.scope());
        trail.append(new Deed(by.actor(), "COMPLAINT_VIEWED",
                new Deed.Subject(Deed.Subject.Kind.COMPLAINT, found.number()), Map.of(), found.facts()));
        List<ComplaintEntry> entries = complaints.entries(found.id());
        if (by.scope().kind() == Scope.Kind.INSTITUTION) {
            List<ComplaintEntry> its =
                    entries.stream().filter(entry -> entry.kind().isForInstitution()).toList();
            return new ComplaintFile(found, its, List.of(), "");
        }
        if (by.role() == Role.AUDITOR) {
            return new ComplaintFile(found, entries.stream().map(ComplaintEntry::withoutText).toList(), List.of(), "");
        }
        return new ComplaintFile(found, entries, complaints.pictures(found.id()), complaints.contact(found.id()));
    }
}

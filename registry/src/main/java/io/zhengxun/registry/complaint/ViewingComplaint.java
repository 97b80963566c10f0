package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff look at one complaint with all that was written, which the trail keeps (Q6, W4). */
@Component
public class ViewingComplaint {

    private final Complaints complaints;
    private final ComplaintPictures pictures;
    private final AuditTrail trail;

    ViewingComplaint(Complaints complaints, ComplaintPictures pictures, AuditTrail trail) {
        this.complaints = complaints;
        this.pictures = pictures;
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
        LocalDate statement = complaints.statementDueOn(found);
        if (by.scope().kind() == Scope.Kind.INSTITUTION) {
            List<ComplaintEntry> its =
                    entries.stream().filter(entry -> entry.kind().isForInstitution()).toList();
            return new ComplaintFile(found, its, List.of(), "", statement);
        }
        if (by.role() == Role.AUDITOR) {
            return new ComplaintFile(found, entries.stream().map(ComplaintEntry::withoutText).toList(), List.of(), "", statement);
        }
        return new ComplaintFile(
                found, entries, pictures.of(found.id()), complaints.contact(found.id()), statement);
    }

    /**
     * One picture, for who deals with complaints; each look is on record.
     *
     * @throws Absent if there is none, it is not kept, or the case lies outside of the person's scope
     * @throws RoleNotAllowed for anybody but a centre's people
     */
    @Transactional
    public PictureContent picture(String number, int position, Staff by) {
        Complaint found = complaints.visible(number, by.scope());
        if (!ComplaintMoves.allows(ComplaintAct.ANSWER, by.role())) {
            throw new RoleNotAllowed("Q6");
        }
        PictureContent content = pictures.content(found.id(), position).orElseThrow(Absent::new);
        Map<String, String> facts = found.facts();
        facts.put("picture", String.valueOf(position));
        trail.append(new Deed(by.actor(), "COMPLAINT_PICTURE_VIEWED",
                new Deed.Subject(Deed.Subject.Kind.COMPLAINT, found.number()), Map.of(), facts));
        return content;
    }
}

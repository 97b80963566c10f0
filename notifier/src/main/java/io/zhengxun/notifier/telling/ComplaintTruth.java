package io.zhengxun.notifier.telling;

import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintState;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where a complaint stands is told while it stands there (T5); that there is an answer, until it is closed. */
@Component
class ComplaintTruth implements Truth {

    private final Complaints complaints;

    ComplaintTruth(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.COMPLAINT);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        Map<String, Complaint> found = complaints.findByNumbers(
                notices.stream().map(notice -> notice.subject().key()).distinct().toList());
        return notices.stream().collect(Collectors.toMap(
                Notice::id, notice -> verdict(notice, found.get(notice.subject().key()))));
    }

    private static Verdict verdict(Notice notice, Complaint complaint) {
        if (complaint == null) {
            return Verdict.obsolete("NOT_SHOWN");
        }
        String at = notice.facts().get(ComplaintTelling.AT);
        boolean answered = ComplaintState.ANSWERED.name().equals(at);
        boolean holds = answered ? complaint.isOpen() : complaint.state().name().equals(at);
        return holds ? Verdict.holds(notice) : Verdict.obsolete("MOVED_ON");
    }
}

package io.zhengxun.admin.returns;

import io.zhengxun.admin.returns.ReturnView.Corrected;
import io.zhengxun.admin.returns.ReturnView.Received;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnList;
import io.zhengxun.registry.submission.returns.ReturnList.ReasonCount;
import io.zhengxun.registry.submission.returns.Returns;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Returns as the API shows them to a person. */
@Component
class ReturnViews {

    private final ReturnList list;
    private final Submissions submissions;
    private final Institutions institutions;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final MessageSource messages;
    private final Clock clock;

    ReturnViews(
            ReturnList list,
            Submissions submissions,
            Institutions institutions,
            Clocks clocks,
            Deadlines deadlines,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.submissions = submissions;
        this.institutions = institutions;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.messages = messages;
        this.clock = clock;
    }

    /** What stands beside a return. */
    private record Beside(
            Institution institution, Submission batch, Deadline running, Corrected correction,
            List<ReasonCount> reasons) {}

    /** All that is known of one. */
    ReturnView whole(Return found, Staff staff) {
        List<Deadline> ran = clocks.of(found.subject());
        Deadline running = ran.stream().filter(one -> one.state() == Deadline.State.OPEN).findFirst().orElse(null);
        return view(found, staff, new Beside(
                institutions.find(found.institutionId()).orElseThrow(),
                submissions.find(found.submissionId()).orElseThrow(),
                running,
                found.isOpen() ? null : correction(found, ran),
                list.reasons(found)));
    }

    private Corrected correction(Return found, List<Deadline> ran) {
        boolean late = ran.stream()
                .filter(one -> one.rule() == found.returnedBy().correction())
                .anyMatch(one -> !one.endedAt().isBefore(one.dueAt()));
        return new Corrected(
                submissions.findAnswer(found.id()).orElseThrow().number(),
                ReturnView.moment(found.correctedAt()),
                late);
    }

    /** A return, and how it is shown. */
    record Line(Return found, ReturnView view) {}

    /** The lines of a list. */
    List<Line> lines(List<Return> found, Staff staff) {
        Map<Long, Institution> of =
                institutions.find(found.stream().map(Return::institutionId).collect(Collectors.toSet()));
        Map<Long, Submission> batches =
                submissions.find(found.stream().map(Return::submissionId).collect(Collectors.toSet()));
        Map<Long, List<Deadline>> running = clocks.running(
                DeadlineSubject.Kind.RETURN, found.stream().map(Return::id).toList());
        return found.stream()
                .map(one -> new Line(one, view(one, staff, new Beside(
                        of.get(one.institutionId()),
                        batches.get(one.submissionId()),
                        running.getOrDefault(one.id(), List.of()).stream().findFirst().orElse(null),
                        one.isOpen() ? null : new Corrected(null, ReturnView.moment(one.correctedAt()), null),
                        null))))
                .toList();
    }

    private ReturnView view(Return found, Staff staff, Beside beside) {
        return new ReturnView(
                found.number(),
                beside.batch().number(),
                beside.institution().name(),
                found.returnedBy().name(),
                text("desk." + found.returnedBy()),
                found.rowCount(),
                found.remark(),
                ReturnView.moment(found.recordedAt()),
                found.state().name(),
                text("return.state." + found.state()),
                beside.running() == null ? null : ReturnView.Due.of(deadlines.due(beside.running())),
                beside.running() != null && !clock.instant().isBefore(beside.running().dueAt()),
                received(found),
                beside.correction(),
                beside.reasons(),
                found.version(),
                Returns.possible(found, staff));
    }

    private Received received(Return found) {
        return found.notifiedAt() == null
                ? null
                : new Received(
                        ReturnView.moment(found.notifiedAt()),
                        found.evidence().name(),
                        text("return.evidence." + found.evidence()),
                        found.evidenceNote(),
                        found.evidenceBy());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}

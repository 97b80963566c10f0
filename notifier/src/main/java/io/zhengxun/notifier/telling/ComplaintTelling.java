package io.zhengxun.notifier.telling;

import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintState;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who filed a complaint is told when it is taken up, when the institution is asked, of each answer, and when it is closed (X1);
 * never what was written, which the person reads in the chat.
 */
@Component
class ComplaintTelling implements Telling {

    /** In which state of the complaint the notice was written. */
    static final String AT = "at";

    /** By the official account only: nothing else is known of a holder. */
    private static final List<Channel> CHANNELS = List.of(Channel.TEMPLATE, Channel.SUBSCRIPTION);
    private static final String TAKEN_UP = "COMPLAINT_ASSIGN";
    private static final Set<String> TOLD = Set.of("COMPLAINT_ASK", "COMPLAINT_ANSWER", "COMPLAINT_CLOSE");
    /** Those from which it is taken up; otherwise it only passes from one of the centre's people to another. */
    private static final Set<String> WAITING =
            Set.of(ComplaintState.RECEIVED.name(), ComplaintState.REOPENED.name());

    private final Complaints complaints;
    private final MessageSource messages;

    ComplaintTelling(Complaints complaints, MessageSource messages) {
        this.complaints = complaints;
        this.messages = messages;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TAKEN_UP, "COMPLAINT_ASK", "COMPLAINT_ANSWER", "COMPLAINT_CLOSE");
    }

    @Override
    public List<Told> of(Collection<Event> events) {
        List<Event> told = events.stream().filter(ComplaintTelling::isTold).toList();
        Map<String, Complaint> found = complaints.findByNumbers(
                told.stream().map(event -> event.event().subject().key()).distinct().toList());
        return told.stream()
                .filter(event -> found.containsKey(event.event().subject().key()))
                .map(event -> new Told(event.id(), notice(event, found.get(event.event().subject().key()))))
                .toList();
    }

    private static boolean isTold(Event event) {
        String kind = event.event().kind();
        return TOLD.contains(kind) || kind.equals(TAKEN_UP) && WAITING.contains(event.event().facts().get("from"));
    }

    private NewNotice notice(Event event, Complaint complaint) {
        String state = event.event().facts().get("state");
        return new NewNotice(
                NoticeKind.COMPLAINT,
                "complaint:" + complaint.number() + ":" + event.id(),
                Recipient.filer(complaint.id()),
                // No institution's: it is not to know what its centre tells a holder.
                new NewNotice.About(
                        new Deed.Subject(Deed.Subject.Kind.COMPLAINT, complaint.number()), null, complaint.regionCode()),
                CHANNELS,
                Map.of(
                        "number", complaint.number(),
                        "stage", messages.getMessage("complaint.state." + state, null, Locale.ROOT),
                        "day", LegalTime.dayOf(event.occurredAt()).toString(),
                        AT, state),
                false,
                event.occurredAt());
    }
}

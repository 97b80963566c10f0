package io.zhengxun.notifier.telling;

import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NewNotice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who asked staff something is told of each answer: in the chat as long as the platform allows, else by a template message. */
@Component
class AnswerTelling implements Telling {

    private static final String ANSWERED = "CONSULTATION_ANSWERED";
    private static final List<Channel> CHANNELS = List.of(Channel.CUSTOMER, Channel.TEMPLATE);

    private final Consultations consultations;

    AnswerTelling(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ANSWERED);
    }

    @Override
    public List<Told> of(Collection<Event> events) {
        Map<String, Consultation> found = consultations.findByNumbers(
                events.stream().map(event -> event.event().subject().key()).distinct().toList());
        return events.stream()
                .filter(event -> found.containsKey(event.event().subject().key()))
                .map(event -> new Told(event.id(), notice(event, found.get(event.event().subject().key()))))
                .toList();
    }

    /** The text stays where it is sealed: the notice only says which one it is. */
    private static NewNotice notice(Event event, Consultation of) {
        String message = event.event().facts().get(AnsweringConsultation.MESSAGE);
        return new NewNotice(
                NoticeKind.ANSWER,
                "answer:" + of.number() + ":" + message,
                Recipient.asker(of.id()),
                new NewNotice.About(event.event().subject(), null, event.event().regionCode()),
                CHANNELS,
                Map.of(
                        "number", of.number(),
                        "answeredOn", LegalTime.dayOf(event.occurredAt()).toString(),
                        AnsweringConsultation.MESSAGE, message),
                false,
                event.occurredAt());
    }
}

package io.zhengxun.admin.consultation;

import io.zhengxun.admin.consultation.ConsultationView.Message;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.consultation.AnsweringConsultation;
import io.zhengxun.registry.consultation.AnsweringConsultation.Read;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.ConsultationMessage;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts consultations into the API's words. */
@Component
class ConsultationViews {

    private final MessageSource messages;
    private final Clock clock;

    ConsultationViews(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Without what was said. */
    ConsultationView line(Consultation of, Staff staff) {
        return view(of, staff, null);
    }

    ConsultationView whole(Read read, Staff staff) {
        return view(read.consultation(), staff, read.messages().stream().map(this::said).toList());
    }

    private ConsultationView view(Consultation of, Staff staff, List<Message> said) {
        return new ConsultationView(
                of.number(),
                of.origin().name(),
                text("origin." + of.origin()),
                of.intent().isEmpty() ? null : of.intent(),
                of.state().name(),
                text("state." + of.state()),
                moment(of.openedAt()),
                moment(of.dueAt()),
                of.state().isOpen() && clock.instant().isAfter(of.dueAt()),
                moment(of.lastMessageAt()),
                of.messages(),
                of.takenBy(),
                moment(of.answeredAt()),
                moment(of.closedAt()),
                of.version(),
                AnsweringConsultation.possible(of, staff).stream().map(Enum::name).toList(),
                said);
    }

    private Message said(ConsultationMessage one) {
        return new Message(one.author().name(), text("author." + one.author()), one.text(), moment(one.at()), one.by());
    }

    private String text(String code) {
        return messages.getMessage("consultation." + code, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static String moment(Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(LegalTime.ZONE));
    }
}

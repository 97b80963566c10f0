package io.zhengxun.registry.consultation;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.consultation.ConsultationMessage.Author;
import io.zhengxun.registry.consultation.ConsultationState.Act;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.notice.OutboxEvent;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.refusal.VisibleText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff of the province see the queue, read a consultation (which the trail keeps), take it, answer and close it. The answer is
 * told to who asked.
 */
@Component
public class AnsweringConsultation {

    /** The event of an answer; its fact {@value #MESSAGE} is the id of the message. */
    public static final String ANSWERED = "CONSULTATION_ANSWERED";
    public static final String MESSAGE = "message";

    /** Bytes of UTF-8, so that a message of WeChat's holds it with its number (wechat-platform 3: 2048). */
    public static final int LONGEST_ANSWER = 1800;

    private static final int LONGEST_REASON = 200;
    private static final Set<Role> WHO = Set.of(Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD);
    private static final Set<Role> READERS = Set.of(Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR);

    private final ConsultationTable table;
    private final AuditTrail trail;
    private final Outbox outbox;
    private final Clock clock;

    AnsweringConsultation(ConsultationTable table, AuditTrail trail, Outbox outbox, Clock clock) {
        this.table = table;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** With all that was said in it. */
    public record Read(Consultation consultation, List<ConsultationMessage> messages) {}

    /**
     * The queue, the most urgent first.
     *
     * @param state null for all for which somebody waits
     * @param after null for the first page
     * @throws RoleNotAllowed if the person may not look at it
     */
    public List<Consultation> queue(ConsultationState state, ConsultationPlace after, int limit, Staff by) {
        requireReader(by);
        return table.page(state, after, limit);
    }

    /**
     * What was said in one; that it was looked at is kept (Q6).
     *
     * @throws RoleNotAllowed if the person may not look at it
     * @throws Absent if there is no such consultation
     */
    @Transactional
    public Read read(String number, Staff by) {
        requireReader(by);
        Consultation found = table.locked(number).orElseThrow(Absent::new);
        tell("CONSULTATION_READ", found, Map.of(), Map.of("messages", String.valueOf(found.messages())), by);
        return new Read(found, table.messages(found));
    }

    /**
     * The person sees to it from now on.
     *
     * @throws ConsultationActNotPossible if nobody waits any more
     * @throws ConsultationChanged if it is not as the person saw it
     */
    @Transactional
    public Consultation take(SeenConsultation seen, Staff by) {
        Consultation before = guarded(seen, Act.TAKE, by);
        Consultation after = moved(before, Act.TAKE, by.username(), before.answeredAt());
        tell("CONSULTATION_TAKEN", before, state(before), state(after), by);
        return after;
    }

    /**
     * Answers; who asked is told.
     *
     * @param text visible, at most {@value #LONGEST_ANSWER} bytes of UTF-8
     * @throws FieldsRefused if the text cannot be used
     * @throws ConsultationActNotPossible if it is closed
     * @throws ConsultationChanged if it is not as the person saw it, e.g. since the asker said more
     */
    @Transactional
    public Consultation answer(SeenConsultation seen, String text, Staff by) {
        String written = text == null ? "" : text.strip();
        FieldsRefused.throwIfAny("", flaws("answer", written, LONGEST_ANSWER / 3, LONGEST_ANSWER));
        Consultation before = guarded(seen, Act.ANSWER, by);
        Consultation after = moved(before, Act.ANSWER, by.username(), clock.instant());
        long message = table.say(after, Author.STAFF, written, by.username());
        tell(ANSWERED, before, state(before), state(after), by);
        outbox.record(new OutboxEvent(
                ANSWERED, subject(after), null, Region.PROVINCE_CODE, Map.of(MESSAGE, String.valueOf(message))));
        return after;
    }

    /**
     * Closes it for good; nobody is told.
     *
     * @param why at most 200 characters, kept in the trail; nothing personal
     * @throws ConsultationActNotPossible if it is closed
     * @throws ConsultationChanged if it is not as the person saw it
     */
    @Transactional
    public Consultation close(SeenConsultation seen, String why, Staff by) {
        String reason = why == null ? "" : why.strip();
        FieldsRefused.throwIfAny("", flaws("reason", reason, LONGEST_REASON, LONGEST_REASON * 4));
        Consultation before = guarded(seen, Act.CLOSE, by);
        Consultation after = moved(before, Act.CLOSE, before.takenBy(), before.answeredAt());
        tell("CONSULTATION_CLOSED", before, state(before),
                Map.of("state", after.state().name(), "reason", reason), by);
        return after;
    }

    private static List<FieldFlaw> flaws(String field, String text, int characters, int bytes) {
        if (text.isEmpty()) {
            return List.of(FieldFlaw.of(field, "consultation.empty"));
        }
        if (text.codePointCount(0, text.length()) > characters || text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            return List.of(FieldFlaw.of(field, "consultation.long", String.valueOf(characters)));
        }
        return VisibleText.holds(text) ? List.of() : List.of(FieldFlaw.of(field, "consultation.invisible"));
    }

    private Consultation guarded(SeenConsultation seen, Act act, Staff by) {
        if (!WHO.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
        Consultation before = table.locked(seen.number()).orElseThrow(Absent::new);
        if (!before.state().allows(act)) {
            throw new ConsultationActNotPossible(before.state());
        }
        if (before.version() != seen.version()) {
            throw new ConsultationChanged();
        }
        return before;
    }

    private Consultation moved(Consultation before, Act act, String takenBy, Instant answeredAt) {
        ConsultationState next = before.state().after(act, takenBy != null);
        return table.move(before, new Consultation(
                before.id(), before.number(), before.openId(), before.origin(), before.intent(), next, before.openedAt(),
                before.dueAt(), before.lastMessageAt(), before.messages(), takenBy, answeredAt,
                next == ConsultationState.CLOSED ? clock.instant() : null, before.version()));
    }

    private static void requireReader(Staff by) {
        if (!READERS.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
    }

    /** What a person may do next with it. */
    public static List<Act> possible(Consultation of, Staff by) {
        return WHO.contains(by.role())
                ? List.of(Act.TAKE, Act.ANSWER, Act.CLOSE).stream().filter(of.state()::allows).toList()
                : List.of();
    }

    private static Map<String, String> state(Consultation of) {
        return Map.of("state", of.state().name(), "takenBy", of.takenBy() == null ? "" : of.takenBy());
    }

    private void tell(String act, Consultation of, Map<String, String> before, Map<String, String> after, Staff by) {
        trail.append(new Deed(by.actor(), act, subject(of), before, after));
    }

    private static Deed.Subject subject(Consultation of) {
        return new Deed.Subject(Deed.Subject.Kind.CONSULTATION, of.number());
    }
}

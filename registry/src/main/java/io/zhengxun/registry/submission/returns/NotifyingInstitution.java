package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.submission.returns.Return.Evidence;
import io.zhengxun.registry.submission.returns.ReturnStep.Doing;
import io.zhengxun.registry.submission.returns.ReturnStep.Notice;
import io.zhengxun.registry.submission.review.Remark;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The institution receives the notice of return: a fact with evidence, from whose day on the correction is due (T4). */
@Component
public class NotifyingInstitution {

    private final Returns returns;
    private final ReturnMapper mapper;
    private final MovingReturns moving;
    private final ReceiptNotes notes;
    private final OnceOnly inTransaction;
    private final Clock clock;

    NotifyingInstitution(
            Returns returns,
            ReturnMapper mapper,
            MovingReturns moving,
            ReceiptNotes notes,
            OnceOnly inTransaction,
            Clock clock) {
        this.returns = returns;
        this.mapper = mapper;
        this.moving = moving;
        this.notes = notes;
        this.inTransaction = inTransaction;
        this.clock = clock;
    }

    /** How staff told the institution. */
    public enum Way {
        PHONE(Evidence.PHONE),
        LETTER(Evidence.LETTER);

        private final Evidence evidence;

        Way(Evidence evidence) {
            this.evidence = evidence;
        }
    }

    /**
     * What staff record of it.
     *
     * @param receivedOn the legal day on which the institution received it
     * @param note e.g. who answered; may be empty, never null
     */
    public record Receipt(Way way, LocalDate receivedOn, String note) {}

    /**
     * The institution says that it received the notice.
     *
     * @throws io.zhengxun.registry.refusal.Absent if there is no such return in the person's scope
     * @throws ReturnChanged if it is not as the person saw it
     * @throws ReturnActNotPossible if its receipt is known already
     */
    @Transactional
    public Return acknowledge(OrderedReturn ordered, Staff by) {
        Return found = returns.seen(ordered, by);
        // As exact as the column is.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return moving.move(found, doing(ReturnAct.ACKNOWLEDGE, new Notice(now, Evidence.ACKNOWLEDGED, "")), by);
    }

    /**
     * Staff record that the institution received the notice, by telephone or by letter.
     *
     * @throws FieldsRefused for a day before the return or in the future
     * @throws ReturnActNotPossible if its receipt is known already
     */
    @Transactional
    public Return recordReceipt(OrderedReturn ordered, Receipt receipt, Staff by) {
        Return found = returns.seen(ordered, by);
        FieldsRefused.throwIfAny("T4", flaws(found, receipt));
        Notice notice = new Notice(receivedAt(found, receipt.receivedOn()), receipt.way().evidence, receipt.note());
        return moving.move(found, doing(ReturnAct.RECORD_RECEIPT, notice), by);
    }

    /**
     * A channel confirms that a notice of the return arrived: the first evidence, unless there is one already, or the
     * correction came. May be called again, and by several at once. Works in the caller's transaction, else in its own,
     * then again after a deadlock.
     *
     * @param at when it arrived, by the channel's clock
     * @param note by which notice, through which channel, to whom
     * @return the return as it is now
     * @throws Absent if there is no such return
     */
    public Return delivered(String returnNumber, Instant at, String note) {
        return inTransaction.run(null, Return.class, () -> {
            Return found = locked(returns.findByNumber(returnNumber).orElseThrow(Absent::new));
            return found.state() == ReturnState.RECORDED
                    ? moving.move(found, doing(ReturnAct.DELIVER, notice(found, at, Evidence.DELIVERED, note)),
                            Actor.system())
                    : found;
        });
    }

    /**
     * A contact acknowledges the notice by tapping; does nothing if its receipt is known already. Transactions as of
     * {@link #delivered}.
     *
     * @param tap from where, and in which notice
     * @return the return as it is now
     * @throws Absent if there is no such return of the contact's institution, or the contact is not bound
     */
    public Return acknowledgeByContact(String returnNumber, Contact contact, Tap tap) {
        return inTransaction.run(null, Return.class, () -> {
            Return found = locked(returns.findByNumber(returnNumber)
                    .filter(some -> contact.state() == Contact.State.BOUND && isOf(contact, some))
                    .orElseThrow(Absent::new));
            return found.state() == ReturnState.RECORDED
                    ? moving.move(found, acknowledged(found, contact, tap), actor(contact, tap.address()))
                    : found;
        });
    }

    /** @param address the network address from which it was done */
    public record Tap(long noticeId, String address) {}

    private Doing acknowledged(Return found, Contact contact, Tap tap) {
        return doing(ReturnAct.ACKNOWLEDGE, notice(
                found, clock.instant(), Evidence.ACKNOWLEDGED, notes.tapped(tap.noticeId(), contact)));
    }

    private static boolean isOf(Contact contact, Return found) {
        return contact.institutionId() != null && contact.institutionId() == found.institutionId();
    }

    /** So that nobody acts with it at the same time: of two that give evidence the second finds the first one's. */
    private Return locked(Return found) {
        return mapper.lockedById(found.id());
    }

    /** A channel's clock may differ: it cannot arrive before the return nor in the future. */
    private Notice notice(Return found, Instant at, Evidence evidence, String note) {
        Instant now = clock.instant();
        Instant past = at.isAfter(now) ? now : at;
        Instant received = past.isBefore(found.recordedAt()) ? found.recordedAt() : past;
        // As exact as the column is.
        return new Notice(received.truncatedTo(ChronoUnit.MILLIS), evidence, note);
    }

    private static Actor actor(Contact contact, String address) {
        return new Actor("contact:" + contact.id(), contact.name(), "CONTACT", address);
    }

    private static Doing doing(ReturnAct act, Notice notice) {
        return new Doing(act, notice, notice.evidence().name());
    }

    private List<FieldFlaw> flaws(Return found, Receipt receipt) {
        List<FieldFlaw> flaws = new ArrayList<>();
        LocalDate recordedOn = LegalTime.dayOf(found.recordedAt());
        if (receipt.receivedOn().isAfter(LegalTime.dayOf(clock.instant()))) {
            flaws.add(FieldFlaw.of("receivedOn", "return.received-later"));
        } else if (receipt.receivedOn().isBefore(recordedOn)) {
            flaws.add(FieldFlaw.of("receivedOn", "return.received-earlier", recordedOn.toString()));
        }
        Remark.flaw("note", receipt.note()).ifPresent(flaws::add);
        return flaws;
    }

    /** The day counts (T1); its beginning stands for it, on the day of the return the return itself. */
    private static Instant receivedAt(Return found, LocalDate day) {
        Instant begin = day.atStartOfDay(LegalTime.ZONE).toInstant();
        return begin.isBefore(found.recordedAt()) ? found.recordedAt() : begin;
    }
}

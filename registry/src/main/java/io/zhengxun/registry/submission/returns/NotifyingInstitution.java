package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
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
    private final MovingReturns moving;
    private final Clock clock;

    NotifyingInstitution(Returns returns, MovingReturns moving, Clock clock) {
        this.returns = returns;
        this.moving = moving;
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

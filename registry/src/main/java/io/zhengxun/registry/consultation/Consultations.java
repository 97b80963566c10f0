package io.zhengxun.registry.consultation;

import io.zhengxun.registry.consultation.Consultation.Origin;
import io.zhengxun.registry.consultation.ConsultationMessage.Author;
import io.zhengxun.registry.consultation.ConsultationState.Act;
import io.zhengxun.registry.deadline.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions of people in the chat that staff answer (section 8, {@code human}). A person has one open at a time; what more they
 * ask is added to it. Each act of theirs is a transaction of its own.
 */
@Component
public class Consultations {

    /** What is said so soon after an answer belongs to it (<i>ours</i>; as long as the platform lets staff write). */
    public static final Duration FOLLOWED_UP = Duration.ofHours(48);

    /** More than so many are not kept: staff read them all (<i>ours</i>). */
    public static final int MOST_MESSAGES = 50;

    /** Characters (code points) of one message of a person; the rest is cut. */
    public static final int LONGEST_MESSAGE = 1000;

    private final ConsultationTable table;
    private final ConsultationSettings settings;
    private final Supplier<WorkingDays> calendar;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ConsultationNumber numbers = new ConsultationNumber();

    Consultations(
            ConsultationTable table,
            ConsultationSettings settings,
            Supplier<WorkingDays> calendar,
            Clock clock,
            PlatformTransactionManager manager) {
        this.table = table;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /**
     * Opens one, or adds to the person's open one.
     *
     * @param maskedSummary what the conversation was about, without names and numbers; may be empty
     */
    public Handed open(String openId, String maskedSummary) {
        return handed(openId, new Said(Author.SUMMARY, maskedSummary, Origin.ASKED, ""));
    }

    /**
     * The person found an answer of no use.
     *
     * @param intentCode of the intent that was answered
     * @param maskedQuestion without names and numbers
     */
    public Handed rated(String openId, String intentCode, String maskedQuestion) {
        return handed(openId, new Said(Author.RATING, maskedQuestion, Origin.RATED, intentCode));
    }

    /** Adds to the open one, or to the one that was answered shortly before; empty if there is none. */
    public Optional<Handed> add(String openId, String text) {
        return transaction.execute(status -> current(openId).map(found -> said(found, Author.PERSON, text)));
    }

    private record Said(Author author, String text, Origin origin, String intent) {}

    private Handed handed(String openId, Said what) {
        try {
            return transaction.execute(status -> table.lockedOpenOf(openId)
                    .map(found -> said(found, what.author(), what.text()))
                    .orElseGet(() -> fresh(openId, what)));
        } catch (DuplicateKeyException e) {
            // The same person asked twice at once: the other one is committed.
            return transaction.execute(status ->
                    said(table.lockedOpenOf(openId).orElseThrow(() -> e), what.author(), what.text()));
        }
    }

    private Handed fresh(String openId, Said what) {
        Instant now = clock.instant();
        Expected expected = hours().expected(now);
        Consultation opened = table.insert(new Consultation(
                0, numbers.next(now), openId, what.origin(), what.intent(), ConsultationState.WAITING, now, expected.at(), now,
                0, null, null, null, 0));
        keep(opened, what.author(), what.text());
        return new Handed(opened, true, false, expected);
    }

    private Optional<Consultation> current(String openId) {
        return table.lockedOpenOf(openId).or(() -> table.latestOf(openId)
                .flatMap(latest -> table.locked(latest.number()))
                .filter(this::isFollowedUp));
    }

    private boolean isFollowedUp(Consultation latest) {
        return latest.state() == ConsultationState.ANSWERED
                && clock.instant().isBefore(latest.answeredAt().plus(FOLLOWED_UP));
    }

    /** What the person says more of a consultation that is held. */
    private Handed said(Consultation before, Author author, String text) {
        Instant now = clock.instant();
        Expected fromNow = hours().expected(now);
        boolean waits = before.state().isOpen();
        Instant due = waits ? before.dueAt() : fromNow.at();
        ConsultationState next = before.state().after(Act.SAY, before.takenBy() != null);
        Consultation after = table.move(before, new Consultation(
                before.id(), before.number(), before.openId(), before.origin(), before.intent(), next, before.openedAt(), due,
                now, before.messages(), before.takenBy(), before.answeredAt(), null, before.version()));
        boolean full = before.messages() >= MOST_MESSAGES;
        if (!full) {
            keep(after, author, text);
        }
        Expected expected = new Expected(
                due, fromNow.openNow(), fromNow.holidays(), fromNow.weekend(), fromNow.provisional());
        return new Handed(after, false, full, expected);
    }

    private void keep(Consultation in, Author author, String text) {
        String kept = visible(text);
        if (!kept.isBlank()) {
            table.say(in, author, kept, null);
        }
    }

    /** Without what cannot be seen, and not longer than staff would read. */
    private static String visible(String text) {
        return text.strip().codePoints()
                .filter(c -> c == '\n' || c >= ' ' && Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.SURROGATE)
                .limit(LONGEST_MESSAGE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Within a transaction it is asked anew; here an answer of 2 s ago will do. */
    private OfficeHours hours() {
        return new OfficeHours(settings, calendar.get());
    }

    /** When somebody who asks now may expect an answer. */
    public Expected expected() {
        return hours().expected(clock.instant());
    }

    /** The one for whose answer a person waits. */
    public Optional<Consultation> openOf(String openId) {
        return table.openOf(openId);
    }

    /** By id, the ended ones too; at the cost of one query. */
    public Map<Long, Consultation> find(Collection<Long> ids) {
        return table.byIds(ids).stream().collect(Collectors.toMap(Consultation::id, Function.identity()));
    }

    /** By number; at the cost of one query. */
    public Map<String, Consultation> findByNumbers(Collection<String> numbers) {
        return table.byNumbers(numbers).stream().collect(Collectors.toMap(Consultation::number, Function.identity()));
    }

    /** What staff answered, by the message's id; empty if there is none, or it was forgotten. */
    public Optional<Answer> answer(long messageId) {
        return table.answer(messageId);
    }

    /** The person left, or withdrew: openid and texts go at once, what was open is closed (PIPL 47). */
    @Transactional
    public void forget(String openId) {
        table.forget(openId);
    }
}

package io.zhengxun.registry.complaint;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.DueDatesMoved;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The complaints (X1). What people wrote, who they are and how they can be reached stands sealed; it is opened for the person
 * who filed, and for staff in the one case that they look at ({@link ViewingComplaint}).
 */
@Component
public class Complaints {

    /** So many open ones one person may have at a time (ours). */
    public static final int MOST_OPEN = 5;

    static final String PERSON = "complaint-openid";
    static final String KEY = "complaint-key";
    /** Of a person's own list, and of what is written about one. */
    private static final int MOST_OWN = 10;
    private static final int MOST_ENTRIES = 200;

    private final ComplaintMapper mapper;
    private final ComplaintPictures pictures;
    private final Clocks clocks;
    private final Vault vault;

    Complaints(ComplaintMapper mapper, ComplaintPictures pictures, Clocks clocks, Vault vault) {
        this.mapper = mapper;
        this.pictures = pictures;
        this.clocks = clocks;
        this.vault = vault;
    }

    /** By id; at the cost of one query. */
    public Map<Long, Complaint> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream().collect(Collectors.toMap(Complaint::id, Function.identity()));
    }

    public Optional<Complaint> findByNumber(String number) {
        return Optional.ofNullable(mapper.byNumber(number));
    }

    /** By number; at the cost of one query. */
    public Map<String, Complaint> findByNumbers(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : mapper.byNumbers(numbers).stream().collect(Collectors.toMap(Complaint::number, Function.identity()));
    }

    /** @throws Absent if there is none, or it lies outside of the scope */
    public Complaint visible(String number, Scope scope) {
        return findByNumber(number).filter(found -> found.isIn(scope)).orElseThrow(Absent::new);
    }

    /** What a person of staff may do next with a complaint, as it is. */
    public static List<ComplaintAct> possible(Complaint found, Staff by) {
        return ComplaintMoves.from(found.state()).stream()
                .filter(move -> move.who().contains(by.role()) && found.isIn(by.scope()))
                .map(ComplaintMoves.Move::act)
                .toList();
    }

    /** What a person filed, the newest first; at most 10. */
    public List<Complaint> ofPerson(String openId) {
        return mapper.ofPerson(persons(openId), MOST_OWN);
    }

    /** A complaint by its number, for the person who filed it; empty for anybody else. */
    public Optional<Complaint> own(String number, String openId) {
        return findByNumber(number).filter(found -> openId.equals(openIds(List.of(found.id())).get(found.id())));
    }

    /** The last answer, for the person who filed; empty if there is none. */
    public Optional<ComplaintEntry> lastAnswer(Complaint own) {
        List<ComplaintEntry> answers = entries(own.id()).stream()
                .filter(entry -> entry.kind() == ComplaintEntry.Kind.ANSWER)
                .toList();
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1));
    }

    /** Who filed them, by the complaint's id; those who were forgotten are left out. For notices. */
    public Map<Long, String> openIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.persons(ids).stream().collect(
                        Collectors.toMap(ComplaintMapper.Person::id, person -> vault.open(person.openIdSealed())));
    }

    /** The person left, or withdrew: who filed is not known any more, pictures are gone, the cases remain (PIPL 47). */
    @Transactional
    public void forget(String openId) {
        pictures.forget(mapper.idsOfPerson(persons(openId)));
        mapper.forget(persons(openId));
    }

    List<ComplaintEntry> entries(long id) {
        return mapper.entries(id, MOST_ENTRIES).stream()
                .map(row -> new ComplaintEntry(row.kind(), vault.open(row.textSealed()), row.writtenBy(), row.writtenAt()))
                .toList();
    }

    String contact(long id) {
        byte[] sealed = mapper.contact(id).contactSealed();
        return sealed == null ? "" : vault.open(sealed);
    }

    int countOpen(String openId) {
        return mapper.countOpen(persons(openId));
    }

    /** By when the institution is to state its view; null if it owes nothing. */
    LocalDate statementDueOn(Complaint of) {
        return clocks.running(DeadlineRule.D11_STATEMENT, of.subject()).map(Deadline::dueOn).orElse(null);
    }

    /** Lists are sorted by a copy of the earliest due date of the centre. */
    void copyDueDate(Complaint of) {
        List<Deadline> running = clocks.running(DeadlineSubject.Kind.COMPLAINT, List.of(of.id()))
                .getOrDefault(of.id(), List.of());
        mapper.setDueOn(of.id(), earliest(running));
    }

    private static LocalDate earliest(List<Deadline> running) {
        return running.stream()
                .filter(one -> one.rule() != DeadlineRule.D11_STATEMENT)
                .map(Deadline::dueOn)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** The copy follows when the calendar changes (T2). */
    @EventListener
    void follow(DueDatesMoved event) {
        List<Long> moved = event.moved().stream()
                .map(DueDatesMoved.Moved::subject)
                .filter(subject -> subject.kind() == DeadlineSubject.Kind.COMPLAINT)
                .map(DeadlineSubject::id)
                .distinct()
                .toList();
        clocks.running(DeadlineSubject.Kind.COMPLAINT, moved)
                .forEach((id, running) -> mapper.setDueOn(id, earliest(running)));
    }

    private List<byte[]> persons(String openId) {
        return vault.fingerprints(PERSON, openId);
    }
}

package io.zhengxun.registry.consultation;

import io.zhengxun.registry.consultation.ConsultationMapper.MessageRow;
import io.zhengxun.registry.consultation.ConsultationMapper.Person;
import io.zhengxun.registry.consultation.ConsultationMessage.Author;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Consultations as this room's acts read and write them: sealed, and moved only from the state that was read. */
@Component
class ConsultationTable {

    private static final String LABEL = "consultation-openid";

    private final ConsultationMapper mapper;
    private final Vault vault;
    private final Clock clock;

    ConsultationTable(ConsultationMapper mapper, Vault vault, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.clock = clock;
    }

    /** Held until the transaction ends. */
    Optional<Consultation> lockedOpenOf(String openId) {
        return opened(mapper.lockedOpenOf(hashes(openId)));
    }

    Optional<Consultation> openOf(String openId) {
        return opened(mapper.openOf(hashes(openId)));
    }

    Optional<Consultation> latestOf(String openId) {
        return opened(mapper.latestOf(hashes(openId)));
    }

    /** Held until the transaction ends. */
    Optional<Consultation> locked(String number) {
        return opened(mapper.lockedByNumber(number));
    }

    List<Consultation> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : mapper.byIds(ids).stream().map(row -> row.opened(vault)).toList();
    }

    List<Consultation> byNumbers(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : mapper.byNumbers(numbers).stream().map(row -> row.opened(vault)).toList();
    }

    List<Consultation> page(ConsultationState state, ConsultationPlace after, int limit) {
        return mapper.page(state, after, limit).stream().map(row -> row.opened(vault)).toList();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the person has an open one */
    Consultation insert(Consultation fresh) {
        mapper.insert(fresh, new Person(vault.seal(fresh.openId()), vault.fingerprint(LABEL, fresh.openId())));
        return locked(fresh.number()).orElseThrow();
    }

    /** @throws ConsultationChanged if somebody was faster */
    Consultation move(Consultation from, Consultation to) {
        if (mapper.move(from, to) == 0) {
            throw new ConsultationChanged();
        }
        return locked(to.number()).orElseThrow();
    }

    /** @return the message's id */
    long say(Consultation in, Author author, String text, String by) {
        Instant now = clock.instant();
        mapper.insertMessage(new MessageRow(0, in.id(), author, vault.seal(text), now, by));
        mapper.count(in.id());
        return mapper.latestMessage(in.id());
    }

    List<ConsultationMessage> messages(Consultation of) {
        return mapper.messages(of.id()).stream().map(this::opened).toList();
    }

    Optional<Answer> answer(long messageId) {
        MessageRow row = mapper.message(messageId);
        if (row == null || row.author() != Author.STAFF || row.textSealed() == null) {
            return Optional.empty();
        }
        return byIds(List.of(row.consultationId())).stream()
                .findFirst()
                .map(of -> new Answer(of.number(), vault.open(row.textSealed()), row.saidAt()));
    }

    void forget(String openId) {
        List<byte[]> hashes = hashes(openId);
        mapper.forgetTexts(hashes);
        mapper.forget(hashes, clock.instant());
    }

    private Optional<Consultation> opened(ConsultationRow row) {
        return Optional.ofNullable(row).map(found -> found.opened(vault));
    }

    private ConsultationMessage opened(MessageRow row) {
        String text = row.textSealed() == null ? "" : vault.open(row.textSealed());
        return new ConsultationMessage(row.id(), row.author(), text, row.saidAt(), row.saidBy());
    }

    private List<byte[]> hashes(String openId) {
        return vault.fingerprints(LABEL, openId);
    }
}

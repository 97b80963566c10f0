package io.zhengxun.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.BrokenEntry.Flaw;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** W4, G 13: whatever somebody with the database changes is noticed and named. Each forgery is undone by its test. */
@RegistryTest
class VerifyingTrailTest {

    private static final int CHAIN = 0;
    private static final Actor ACTOR = new Actor("clerk", "示例员工", "CITY_DATA_MANAGER", "192.0.2.7");

    @Autowired
    AuditTrail trail;

    @Autowired
    VerifyingTrail verifying;

    @Autowired
    AuditMapper mapper;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MessageSource messages;

    private final TransactionTemplate act;
    private final TransactionTemplate forgery;
    private final Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.SUBMISSION, "T-" + UUID.randomUUID());
    /** The places of this test's six entries in their chain. */
    private long first;
    private long last;
    private Head headBefore;

    VerifyingTrailTest(@Autowired PlatformTransactionManager transactions) {
        act = new TransactionTemplate(transactions);
        forgery = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void six_acts_are_in_one_chain() {
        headBefore = mapper.end(CHAIN).head();
        AuditTrail oneChain =
                new AuditTrail(mapper, new Chains(mapper, vault, new AuditSettings(1)), Clock.systemUTC());
        for (int i = 0; i < 6; i++) {
            Deed deed = Deed.of(ACTOR, "ACT_" + i, subject.kind(), subject.key(), Map.of("rows", "7"));
            act.executeWithoutResult(status -> oneChain.append(deed));
        }
        first = headBefore.seq() + 1;
        last = headBefore.seq() + 6;
    }

    @AfterEach
    void every_forgery_was_undone() {
        assertThat(verifying.verify().broken()).isEmpty();
    }

    @Test
    void what_was_written_is_intact() {
        List<Long> checked = new ArrayList<>();
        Verification verification = verifying.verify(List.of(), progress -> checked.add(progress.checked()));

        assertThat(verification.intact()).isTrue();
        assertThat(verification.chains()).isEqualTo(16);
        assertThat(verification.entries())
                .isEqualTo(jdbc.queryForObject("SELECT COUNT(*) FROM audit_entry", Long.class))
                .isEqualTo(checked.get(checked.size() - 1));
        assertThat(verification.ends()).hasSize(16).contains(NotedEnd.of(mapper.end(CHAIN).head()));
        assertThat(trail.of(subject)).hasSize(6);
        assertThat(trail.intact(trail.of(subject))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "at = at + INTERVAL 1 SECOND", "username = 'somebody'", "name = '别人'", "role = 'CITY_LEAD'", "address = ''",
        "act = 'ANOTHER'", "subject_kind = 'NO_KIND'", "subject_key = 'other'", "before_values = '{\"rows\":\"8\"}'",
        "after_values = '{}'", "after_values = 'no json'", "name = CONCAT(name, role), role = ''",
        "hash = REPEAT('a', 32)", "previous_hash = REPEAT('a', 32)"
    })
    void a_changed_field_is_named(String change) {
        forged(() -> {
            List<AuditEntry> before = trail.of(subject);
            jdbc.update("UPDATE audit_entry SET " + change + " WHERE chain = ? AND seq = ?", CHAIN, first + 2);

            assertFirstBroken(first + 2, Flaw.CONTENT_CHANGED);
            assertThat(trail.intact(before)).isFalse();
        });
    }

    @Test
    void a_changed_entry_can_still_be_read() {
        forged(() -> {
            jdbc.update("UPDATE audit_entry SET after_values = 'no json' WHERE chain = ? AND seq = ?", CHAIN, first);
            assertThat(trail.of(subject).get(0).after()).containsEntry("", "no json");
        });
    }

    @Test
    void an_entry_replaced_with_a_right_hash_of_its_own_is_noticed_by_the_next() {
        forged(() -> {
            replace(entry(first + 2), entry(first + 1).hash());

            assertFirstBroken(first + 3, Flaw.LINK_BROKEN);
            assertThat(trail.intact(trail.of(subject))).isFalse();
        });
    }

    @Test
    void an_entry_deleted_in_the_middle_is_missing() {
        forged(() -> {
            delete(first + 2);

            assertFirstBroken(first + 2, Flaw.MISSING);
            assertThat(trail.intact(trail.of(subject))).isFalse();
        });
    }

    @Test
    void a_deleted_tail_is_missing() {
        forged(() -> {
            delete(last);
            delete(last - 1);

            assertFirstBroken(last - 1, Flaw.MISSING);
            assertThat(trail.intact(trail.of(subject))).isFalse();
        });
    }

    @Test
    void a_tail_deleted_with_its_head_moved_back_does_not_fit_the_stamp() {
        forged(() -> {
            delete(last);
            moveHead(last - 1, entry(last - 1).hash());

            assertFirstBroken(last - 1, Flaw.STAMP_WRONG);
        });
    }

    @Test
    void swapped_entries_are_noticed_at_the_first() {
        forged(() -> {
            renumber(first + 1, Long.MAX_VALUE);
            renumber(first + 3, first + 1);
            renumber(Long.MAX_VALUE, first + 3);

            assertFirstBroken(first + 1, Flaw.CONTENT_CHANGED);
        });
    }

    @Test
    void a_chain_rewritten_with_right_hashes_does_not_end_as_its_head_says() {
        forged(() -> {
            rewriteFrom(first + 2);

            assertFirstBroken(last, Flaw.HEAD_MISMATCH);
        });
    }

    @Test
    void a_chain_rewritten_with_its_head_does_not_fit_the_stamp() {
        forged(() -> {
            rewriteFrom(first + 2);
            moveHead(last, entry(last).hash());

            assertFirstBroken(last, Flaw.STAMP_WRONG);
        });
    }

    @Test
    void an_entry_behind_the_head_is_surplus() {
        forged(() -> {
            mapper.insertAll(List.of(entry(last).following(mapper.end(CHAIN).head())));

            assertFirstBroken(last + 1, Flaw.SURPLUS);
        });
    }

    @Test
    void a_deleted_head_is_missing() {
        forged(() -> {
            jdbc.update("DELETE FROM audit_head WHERE chain = ?", CHAIN);
            assertFirstBroken(0, Flaw.HEAD_MISSING);
        });
        forged(() -> {
            jdbc.update("UPDATE audit_entry SET chain = 99 WHERE chain = ? AND seq = ?", CHAIN, last);
            assertThat(verifying.verify().broken())
                    .containsExactly(new BrokenEntry(CHAIN, last, Flaw.MISSING), new BrokenEntry(99, 0, Flaw.HEAD_MISSING));
        });
    }

    @Test
    void a_chain_set_back_with_an_old_genuine_head_is_noticed_by_a_noted_end() {
        NotedEnd noted = NotedEnd.of(mapper.end(CHAIN).head());
        forged(() -> {
            setBack();
            assertThat(verifying.verify().intact()).isTrue();
            assertThat(verifying.verify(List.of(noted), progress -> {}).broken())
                    .containsExactly(new BrokenEntry(CHAIN, first, Flaw.MISSING));
        });
    }

    @Test
    void a_chain_set_back_and_continued_is_noticed_by_a_noted_end() {
        NotedEnd noted = NotedEnd.of(mapper.end(CHAIN).head());
        List<EntryRow> others = IntStream.range(0, 8).mapToObj(i -> entry(first)).toList();
        forged(() -> {
            setBack();
            new Chains(mapper, vault, new AuditSettings(1)).append(others);

            assertThat(verifying.verify().intact()).isTrue();
            assertThat(verifying.verify(List.of(noted), progress -> {}).broken())
                    .containsExactly(new BrokenEntry(CHAIN, last, Flaw.REWRITTEN));
        });
    }

    @Test
    void a_forged_head_is_never_continued() {
        forged(() -> {
            jdbc.update("UPDATE audit_head SET stamp = REPEAT('a', 34) WHERE chain = 0");
            List<EntryRow> entries = List.of(entry(first));

            assertThatThrownBy(() -> new Chains(mapper, vault, new AuditSettings(1)).append(entries))
                    .isInstanceOf(NotRecorded.class);
            assertThat(new Chains(mapper, vault, new AuditSettings(2)).append(entries)).isEqualTo(1);
        });
    }

    @Test
    void concurrent_acts_leave_every_chain_intact_also_while_it_is_verified() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> acts = IntStream.range(0, 400)
                .<Future<?>>mapToObj(i -> writers.submit(() -> act.executeWithoutResult(status ->
                        trail.append(Deed.of(ACTOR, "CONCURRENT", subject.kind(), subject.key(), Map.of("i", "" + i))))))
                .toList();
        for (int i = 0; i < 5; i++) {
            assertThat(verifying.verify().broken()).isEmpty();
        }
        for (Future<?> each : acts) {
            each.get();
        }
        writers.shutdown();

        List<AuditEntry> entries = trail.of(subject);
        assertThat(entries).hasSize(406);
        assertThat(entries.stream().map(entry -> entry.place().chain()).distinct().count()).isGreaterThan(8);
        assertThat(trail.intact(entries)).isTrue();
    }

    @Test
    void every_flaw_has_its_words() {
        for (Flaw flaw : Flaw.values()) {
            assertThat(messages.getMessage(new BrokenEntry(3, 12345, flaw), Locale.CHINA)).contains("第 3 链");
        }
    }

    private void forged(Runnable forge) {
        forgery.executeWithoutResult(status -> {
            status.setRollbackOnly();
            forge.run();
        });
    }

    private void assertFirstBroken(long seq, Flaw flaw) {
        assertThat(verifying.verify().broken()).containsExactly(new BrokenEntry(CHAIN, seq, flaw));
    }

    private EntryRow entry(long seq) {
        return mapper.stretch(CHAIN, seq - 1, seq, 1).get(0);
    }

    private void delete(long seq) {
        jdbc.update("DELETE FROM audit_entry WHERE chain = ? AND seq = ?", CHAIN, seq);
    }

    private void renumber(long from, long to) {
        jdbc.update("UPDATE audit_entry SET seq = ? WHERE chain = ? AND seq = ?", to, CHAIN, from);
    }

    private void moveHead(long seq, byte[] hash) {
        jdbc.update("UPDATE audit_head SET seq = ?, hash = ? WHERE chain = ?", seq, hash, CHAIN);
    }

    private void setBack() {
        jdbc.update("DELETE FROM audit_entry WHERE chain = ? AND seq >= ?", CHAIN, first);
        mapper.move(headBefore);
    }

    private void rewriteFrom(long seq) {
        byte[] previous = entry(seq - 1).hash();
        for (long each = seq; each <= last; each++) {
            previous = replace(entry(each), previous);
        }
    }

    /** What somebody who knows the code can do without the keys. */
    private byte[] replace(EntryRow entry, byte[] previous) {
        EntryRow other = EntryRow.of(
                new Deed(new Actor("nobody", "", "", ""), "OTHER", subject, Map.of(), Map.of()), entry.at());
        EntryRow linked = other.following(new Head(CHAIN, entry.seq() - 1, previous, null));
        delete(entry.seq());
        mapper.insertAll(List.of(linked));
        return linked.hash();
    }
}

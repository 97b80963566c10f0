package io.zhengxun.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** W4: what was done is recorded with the act, in one transaction. */
@RegistryTest
class AuditTrailTest {

    private static final Actor ACTOR = new Actor("clerk", "示例员工", "CITY_DATA_MANAGER", "192.0.2.7");

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private final TransactionTemplate act;
    private final Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.SUBMISSION, "T-" + UUID.randomUUID());

    AuditTrailTest(@Autowired PlatformTransactionManager transactions) {
        act = new TransactionTemplate(transactions);
    }

    @Test
    void a_deed_is_kept_with_its_values_in_their_order() {
        Map<String, String> before = new LinkedHashMap<>();
        before.put("stage", "CITY_REVIEW");
        before.put("name", "陈*");
        before.put("reason", null);

        act.executeWithoutResult(status ->
                trail.append(new Deed(ACTOR, "SUBMISSION_APPROVED", subject, before, Map.of("stage", "CITY_APPROVED"))));

        assertThat(trail.of(subject)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(ACTOR);
            assertThat(entry.act()).isEqualTo("SUBMISSION_APPROVED");
            assertThat(entry.subjectKind()).isEqualTo("SUBMISSION");
            assertThat(entry.before()).containsExactlyEntriesOf(before);
            assertThat(entry.after()).containsExactly(Map.entry("stage", "CITY_APPROVED"));
            assertThat(entry.place().seq()).isPositive();
        });
    }

    @Test
    void without_an_act_there_is_no_entry() {
        assertThatThrownBy(() -> trail.append(deed("ANYTHING"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_is_undone_leaves_no_entry_and_no_gap() {
        List<Long> before = ends();
        act.executeWithoutResult(status -> {
            trail.append(deed("UNDONE"));
            status.setRollbackOnly();
        });

        assertThat(trail.of(subject)).isEmpty();
        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void an_entry_that_cannot_be_kept_undoes_the_act() {
        Deed tooLong = Deed.of(ACTOR, "A".repeat(65), subject.kind(), subject.key(), Map.of());

        assertThatThrownBy(() -> act.executeWithoutResult(status -> {
            jdbc.update("INSERT INTO outbox_event (kind, subject_kind, subject_key, facts, occurred_at, state)"
                    + " VALUES ('T', 'T', ?, '{}', NOW(3), 'NEW')", subject.key());
            trail.append(tooLong);
        })).isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM outbox_event WHERE subject_key = ?", Integer.class,
                subject.key())).isZero();
    }

    @Test
    void deeds_of_one_act_stand_in_their_order_in_one_chain() {
        act.executeWithoutResult(status -> {
            trail.append(deed("FIRST"));
            jdbc.queryForObject("SELECT 1", Integer.class);
            trail.append(List.of(deed("SECOND"), deed("THIRD")));
        });

        List<AuditEntry> entries = trail.of(subject);
        assertThat(entries).extracting(AuditEntry::act).containsExactly("FIRST", "SECOND", "THIRD");
        assertThat(entries).extracting(entry -> entry.place().chain()).containsOnly(entries.get(0).place().chain());
        long first = entries.get(0).place().seq();
        assertThat(entries).extracting(entry -> entry.place().seq()).containsExactly(first, first + 1, first + 2);
    }

    @Test
    void a_deed_of_an_act_inside_another_is_kept_although_the_outer_one_is_undone() {
        TransactionTemplate inner = new TransactionTemplate(act.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        act.executeWithoutResult(outer -> {
            trail.append(deed("OUTER"));
            inner.executeWithoutResult(status -> trail.append(deed("INNER")));
            outer.setRollbackOnly();
        });

        assertThat(trail.of(subject)).extracting(AuditEntry::act).containsExactly("INNER");
    }

    @Test
    void a_deed_done_while_the_commit_is_under_way_is_kept_too() {
        act.executeWithoutResult(status -> {
            trail.append(deed("BEFORE"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    trail.append(deed("EVEN_LATER"));
                }

                @Override
                public int getOrder() {
                    return LOWEST_PRECEDENCE;
                }
            });
        });

        assertThat(trail.of(subject)).extracting(AuditEntry::act).containsExactly("BEFORE", "EVEN_LATER");
    }

    private Deed deed(String name) {
        return Deed.of(ACTOR, name, subject.kind(), subject.key(), Map.of());
    }

    private List<Long> ends() {
        return jdbc.queryForList("SELECT seq FROM audit_head ORDER BY chain", Long.class);
    }
}

package io.zhengxun.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail as a list: filtered, paged by key, each query served by an index. */
@RegistryTest
class AuditListTest {

    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditMapper mapper;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlSessionFactory sessions;

    @Autowired
    PlatformTransactionManager transactions;

    private final String username = "u-" + UUID.randomUUID();
    private final Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.ACCOUNT, "T-" + UUID.randomUUID());

    /** Two each second, of which the second one is another act on another subject. */
    @BeforeEach
    void twenty_entries_over_ten_seconds() {
        for (int second = 0; second < 10; second++) {
            AuditTrail then = new AuditTrail(
                    mapper, new Chains(mapper, vault, new AuditSettings(16)),
                    Clock.fixed(START.plusSeconds(second), ZoneOffset.UTC));
            List<Deed> deeds = List.of(
                    deed("ROLE_CHANGED", subject),
                    deed("LOCKED", new Deed.Subject(Deed.Subject.Kind.ACCOUNT, "O-" + subject.key())));
            new TransactionTemplate(transactions).executeWithoutResult(status -> then.append(deeds));
        }
    }

    @Test
    void pages_by_key_show_every_entry_once_the_latest_first() {
        AuditFilter own = new AuditFilter(null, null, username, null, null);
        List<AuditEntry> seen = new ArrayList<>();
        List<AuditEntry> page = trail.page(own, null, 3);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = trail.page(own, page.get(page.size() - 1).key(), 3);
        }

        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
        assertThat(seen).extracting(AuditEntry::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void each_filter_counts_and_all_of_them_together() {
        Instant from = START.plusSeconds(3);
        Instant until = START.plusSeconds(5);

        assertThat(count(new AuditFilter(null, null, null, null, subject))).isEqualTo(10);
        assertThat(count(new AuditFilter(from, null, username, null, null))).isEqualTo(14);
        assertThat(count(new AuditFilter(null, until, username, null, null))).isEqualTo(10);
        assertThat(count(new AuditFilter(null, null, username, "LOCKED", null))).isEqualTo(10);
        assertThat(count(new AuditFilter(from, until, username, "ROLE_CHANGED", subject))).isEqualTo(2);
        assertThat(count(new AuditFilter(from, until, username, "LOCKED", subject))).isZero();
        assertThat(count(new AuditFilter(from, until, username.toUpperCase(), null, null))).isZero();
        assertThat(count(AuditFilter.everything())).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "subject,  ix_audit_entry_subject",
        "username, ix_audit_entry_username",
        "act,      ix_audit_entry_act",
        "time,     ix_audit_entry_at",
        "none,     ix_audit_entry_at"})
    void every_filter_is_served_by_an_index_in_its_order(String filter, String index) {
        Map<String, Object> plan = plan("page", Map.of(
                "f", filter(filter), "k", new AuditKey(START.plusSeconds(4), 1L << 40), "limit", 20));

        assertThat(plan).containsEntry("key", index);
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort").doesNotContain("temporary");
    }

    @Test
    void the_page_of_one_subject_and_its_neighbours_read_by_index_only() {
        Map<String, Object> subjects = Map.of("kind", subject.kind(), "key", subject.key());
        assertThat(plan("ofSubject", subjects))
                .containsEntry("key", "ix_audit_entry_subject")
                .satisfies(plan -> assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort"));

        List<AuditEntry.Place> places = List.of(trail.of(subject).get(4).place());
        assertThat(plan("around", Map.of("places", places)))
                .containsEntry("key", "uq_audit_entry_link")
                .containsEntry("type", "range");
        assertThat(plan("stretch", Map.of("chain", 3, "after", 10L, "until", 500L, "limit", 1000)))
                .containsEntry("key", "uq_audit_entry_link")
                .containsEntry("type", "range");
    }

    private int count(AuditFilter filter) {
        return (int) trail.page(filter, null, 10_000).stream()
                .filter(entry -> entry.actor().username().equals(username))
                .count();
    }

    private AuditFilter filter(String name) {
        return switch (name) {
            case "subject" -> new AuditFilter(null, null, null, null, subject);
            case "username" -> new AuditFilter(null, null, username, null, null);
            case "act" -> new AuditFilter(null, null, null, "AN_ACT", null);
            case "time" -> new AuditFilter(START, START.plusSeconds(2), null, null, null);
            default -> AuditFilter.everything();
        };
    }

    private Deed deed(String act, Deed.Subject of) {
        return Deed.of(new Actor(username, "示例员工", "ADMINISTRATOR", "192.0.2.7"), act, of.kind(), of.key(), Map.of());
    }

    /** The server's plan for the very statement that the mapper sends. */
    private Map<String, Object> plan(String statement, Map<String, Object> given) {
        Map<String, Object> parameters = new LinkedHashMap<>(given);
        BoundSql sql = sessions.getConfiguration()
                .getMappedStatement(AuditMapper.class.getName() + "." + statement)
                .getBoundSql(parameters);
        var values = sessions.getConfiguration().newMetaObject(parameters);
        Object[] arguments = sql.getParameterMappings().stream()
                .map(mapping -> sql.hasAdditionalParameter(mapping.getProperty())
                        ? sql.getAdditionalParameter(mapping.getProperty())
                        : values.getValue(mapping.getProperty()))
                .flatMap(value -> Stream.of(value instanceof Enum<?> constant ? constant.name() : value))
                .toArray();
        return jdbc.queryForList("EXPLAIN " + sql.getSql(), arguments).get(0);
    }
}

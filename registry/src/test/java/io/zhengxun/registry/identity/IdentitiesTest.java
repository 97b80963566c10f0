package io.zhengxun.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An identity is bound by consent, is one person's only, and is gone with the consent (Q7). */
@RegistryTest
class IdentitiesTest {

    @Autowired
    Identities identities;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private final String person = someone();
    private final Holder holder = holder();

    private static String someone() {
        return "o" + UUID.randomUUID();
    }

    private static Holder holder() {
        return new Holder(
                PersonName.of("测试甲"),
                IdNumber.of(IdType.PASSPORT, "E%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000))));
    }

    @Test
    void what_was_bound_is_found_by_who_bound_it_and_by_nobody_else() {
        assertThat(identities.of(person)).isEmpty();
        assertThat(identities.bind(person, holder, "1")).isEqualTo(Identities.Asked.BOUND);

        BoundIdentity found = identities.of(person).orElseThrow();
        assertThat(found.holder()).isEqualTo(holder);
        assertThat(found.consentVersion()).isEqualTo("1");
        assertThat(found.inquiry().idNumber()).contains(holder.idNumber());
        assertThat(found.inquiry().name()).contains(holder.name());
        assertThat(identities.of(someone())).isEmpty();
    }

    @Test
    void nothing_of_it_is_readable_in_the_database() {
        identities.bind(person, holder, "1");
        String row = jdbc.queryForMap("SELECT * FROM bound_identity WHERE id = ?", identities.of(person).orElseThrow().id())
                .values().stream()
                .map(value -> value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value.toString())
                .reduce("", String::concat);
        assertThat(row).doesNotContain(holder.idNumber().plain(), person, holder.name().plain());
        assertThat(identities.of(person).orElseThrow().toString()).doesNotContain("E", "测");
    }

    @Test
    void binding_again_replaces_what_was_bound() {
        identities.bind(person, holder, "1");
        long first = identities.of(person).orElseThrow().id();
        Holder other = holder();
        identities.bind(person, other, "2");

        assertThat(identities.of(person).orElseThrow().holder()).isEqualTo(other);
        assertThat(jdbc.queryForList("SELECT id FROM bound_identity WHERE id = ?", first)).isEmpty();
    }

    @Test
    void withdrawing_deletes_at_once_and_again_does_nothing() {
        identities.bind(person, holder, "1");
        long id = identities.of(person).orElseThrow().id();

        assertThat(identities.withdraw(person)).isTrue();
        assertThat(identities.withdraw(person)).isFalse();
        assertThat(identities.of(person)).isEmpty();
        assertThat(jdbc.queryForList("SELECT id FROM bound_identity WHERE id = ?", id)).isEmpty();
    }

    @Test
    void the_trail_holds_masked_values_only() {
        identities.bind(person, holder, "1");
        long id = identities.of(person).orElseThrow().id();
        identities.forget(person);

        List<AuditEntry> entries = trail.of(new Deed.Subject(Deed.Subject.Kind.IDENTITY, String.valueOf(id)));
        assertThat(entries).extracting(AuditEntry::act).containsExactly("IDENTITY_BOUND", "IDENTITY_DELETED");
        assertThat(entries.toString()).doesNotContain(holder.idNumber().plain(), holder.name().plain(), person);
        assertThat(entries.get(0).after()).containsEntry("name", "测**").containsEntry("consent", "1");
    }

    @Test
    void a_sixth_phone_cannot_bind_the_same_identity_and_keeps_its_own() {
        for (int i = 0; i < Identities.MOST_OF_ONE; i++) {
            assertThat(identities.bind(someone(), holder, "1")).isEqualTo(Identities.Asked.BOUND);
        }
        Holder own = holder();
        identities.bind(person, own, "1");

        assertThat(identities.bind(person, holder, "1")).isEqualTo(Identities.Asked.TOO_MANY);
        assertThat(identities.of(person).orElseThrow().holder()).isEqualTo(own);
    }

    @Test
    void bound_several_times_at_once_it_is_one() {
        List<CompletableFuture<Identities.Asked>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> identities.bind(person, holder, "1")))
                .toList();
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(Identities.Asked.BOUND));
        identities.withdraw(person);
        assertThat(identities.of(person)).isEmpty();
    }
}

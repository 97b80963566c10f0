package io.zhengxun.registry.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.subscription.ConsentChange.Cause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The balance says how many messages a person still agreed to, whatever arrives twice or out of order. */
@RegistryTest
class ConsentsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Autowired
    Consents consents;

    @Autowired
    Vault vault;

    @Autowired
    JdbcTemplate jdbc;

    private final ConsentKey key = new ConsentKey(Channel.MINI, NoticeKind.DEADLINES, "m" + UUID.randomUUID());

    @Test
    void each_accept_adds_one_and_each_message_takes_one() {
        note(Cause.GRANTED, "a", NOON);
        note(Cause.GRANTED, "b", NOON);
        note(Cause.USED, "N1", NOON);

        assertThat(consents.balance(key)).isEqualTo(1);
    }

    @Test
    void what_comes_twice_counts_once() {
        note(Cause.GRANTED, "a", NOON);
        note(Cause.GRANTED, "a", NOON);
        note(Cause.GRANTED, "b", NOON);
        note(Cause.USED, "N1", NOON);
        note(Cause.USED, "N1", NOON);

        assertThat(consents.balance(key)).isEqualTo(1);
    }

    @Test
    void what_comes_twice_at_once_counts_once() {
        CompletableFuture.allOf(Stream.generate(
                                () -> CompletableFuture.runAsync(() -> note(Cause.GRANTED, "a", NOON)))
                        .limit(8)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(consents.balance(key)).isEqualTo(1);
    }

    @Test
    void a_balance_never_falls_below_nothing() {
        note(Cause.USED, "N1", NOON);
        note(Cause.GRANTED, "a", NOON);
        note(Cause.USED, "N2", NOON);
        note(Cause.USED, "N3", NOON);

        assertThat(consents.balance(key)).isZero();
    }

    @Test
    void a_refusal_ends_all_earlier_consents_and_no_later_one() {
        note(Cause.GRANTED, "a", NOON);
        note(Cause.GRANTED, "b", NOON);
        note(Cause.REFUSED, "c", NOON.plusSeconds(10));
        assertThat(consents.balance(key)).isZero();

        note(Cause.GRANTED, "late", NOON.plusSeconds(5));
        assertThat(consents.balance(key)).isZero();

        note(Cause.GRANTED, "new", NOON.plusSeconds(20));
        assertThat(consents.balance(key)).isEqualTo(1);
    }

    @Test
    void a_refusal_before_any_consent_holds_too() {
        note(Cause.REFUSED, "c", NOON);
        note(Cause.GRANTED, "late", NOON.minusSeconds(5));

        assertThat(consents.balance(key)).isZero();
    }

    @Test
    void each_kind_and_each_channel_has_a_balance_of_its_own() {
        ConsentKey otherKind = new ConsentKey(Channel.MINI, NoticeKind.RETURN, key.openId());
        ConsentKey otherChannel = new ConsentKey(Channel.SUBSCRIPTION, NoticeKind.DEADLINES, key.openId());
        ConsentKey nobody = new ConsentKey(Channel.MINI, NoticeKind.DEADLINES, "m" + UUID.randomUUID());
        consents.note(List.of(
                new ConsentChange(key, Cause.GRANTED, "a", NOON), new ConsentChange(otherKind, Cause.GRANTED, "a", NOON)));
        note(Cause.GRANTED, "b", NOON);

        assertThat(consents.balances(List.of(key, otherKind, otherChannel, nobody)))
                .containsEntry(key, 2)
                .containsEntry(otherKind, 1)
                .containsEntry(otherChannel, 0)
                .containsEntry(nobody, 0);
    }

    @Test
    void balances_of_many_people_come_together() {
        List<ConsentKey> keys = IntStream.range(0, 1200)
                .mapToObj(i -> new ConsentKey(Channel.SUBSCRIPTION, NoticeKind.SUMMARY, key.openId() + i))
                .toList();
        consents.note(List.of(new ConsentChange(keys.get(1199), Cause.GRANTED, "a", NOON)));

        assertThat(consents.balances(keys)).hasSize(1200).containsEntry(keys.get(0), 0).containsEntry(keys.get(1199), 1);
    }

    @Test
    void every_change_is_kept_and_no_openid_with_it() {
        note(Cause.GRANTED, "a", NOON);
        note(Cause.USED, "N1", NOON);
        note(Cause.REFUSED, "c", NOON);

        assertThat(causes()).containsExactly("GRANTED", "USED", "REFUSED");
        assertThat(jdbc.queryForList("SELECT * FROM consent_change").toString()).doesNotContain(key.openId());
        assertThat(key.toString()).doesNotContain(key.openId());
    }

    @Test
    void who_withdraws_leaves_nothing() {
        note(Cause.GRANTED, "a", NOON);

        consents.forget(key.openId());

        assertThat(consents.balance(key)).isZero();
        assertThat(causes()).isEmpty();
    }

    @Test
    void there_is_no_consent_to_a_channel_that_needs_none() {
        assertThatThrownBy(() -> new ConsentKey(Channel.EMAIL, NoticeKind.RETURN, "o1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void note(Cause cause, String source, Instant at) {
        consents.note(List.of(new ConsentChange(key, cause, source, at)));
    }

    private List<String> causes() {
        return jdbc.queryForList(
                "SELECT cause FROM consent_change WHERE user_hash = ? ORDER BY id",
                String.class,
                (Object) vault.fingerprint("consent-user", key.openId()));
    }
}

package io.zhengxun.registry.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A holder is told about the certificates that the holder asked about, and about no other. */
@RegistryTest
class HolderSubscriptionsTest {

    @Autowired
    HolderSubscriptions subscriptions;

    @Autowired
    CertificateRecords records;

    @Autowired
    BatchCases batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private final String person = "o" + UUID.randomUUID();
    private final String other = "o" + UUID.randomUUID();
    private Submission batch;
    private List<Long> certificates;

    @BeforeEach
    void a_batch_of_its_own() {
        Institution institution = batches.institution(Tier.MUNICIPAL);
        batch = batches.at(Stage.SENT_TO_MINISTRY, institution, IntStream.rangeClosed(1, 25)
                .mapToObj(serial -> new NewCertificate(
                        serial + 1,
                        CertificateNumber.of(institution.numberPrefix() + "263%06d".formatted(serial)),
                        new Holder(PersonName.of("测试甲"), IdNumber.of(IdType.PASSPORT, "E%08d".formatted(serial))),
                        "电工", "无", Level.ADVANCED, LocalDate.of(2026, 11, 2), Standing.VALID))
                .toList());
        certificates = jdbc.queryForList(
                "SELECT id FROM certificate WHERE submission_id = ? ORDER BY row_no", Long.class, batch.id());
    }

    @Test
    void asking_twice_is_one_subscription() {
        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);
        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.ALREADY);
        assertThat(subscriptions.subscribe(certificates.get(0), other)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);

        assertThat(subscriptions.openOfCertificates(List.of(certificates.get(0))))
                .extracting(HolderSubscription::openId)
                .containsExactly(person, other);
    }

    @Test
    void asking_twice_at_once_is_one_subscription() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<HolderSubscriptions.Asked>> asked = Stream.generate(() -> threads.submit(() -> {
                        go.await();
                        return subscriptions.subscribe(certificates.get(0), person);
                    }))
                    .limit(8)
                    .toList();
            go.countDown();
            int subscribed = 0;
            for (Future<HolderSubscriptions.Asked> one : asked) {
                subscribed += one.get() == HolderSubscriptions.Asked.SUBSCRIBED ? 1 : 0;
            }

            assertThat(subscribed).isEqualTo(1);
            assertThat(subscriptions.countOpen(person)).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobody_waits_for_more_than_twenty() {
        certificates.stream().limit(HolderSubscriptions.MOST_OPEN).forEach(id -> subscriptions.subscribe(id, person));

        assertThat(subscriptions.subscribe(certificates.get(20), person)).isEqualTo(HolderSubscriptions.Asked.TOO_MANY);
        assertThat(subscriptions.subscribe(certificates.get(20), other)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);
    }

    @Test
    void for_a_published_certificate_nobody_waits() {
        publish(certificates.get(0));

        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.PUBLISHED);
        assertThat(subscriptions.countOpen(person)).isZero();
    }

    @Test
    void who_asks_while_it_is_being_published_hears_so_or_is_found() throws Exception {
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> publication = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            records.publish(List.of(certificates.get(0)), LocalDate.of(2026, 11, 20));
            published.countDown();
            awaited(commit);
        }));
        published.await();
        CompletableFuture<HolderSubscriptions.Asked> asked =
                CompletableFuture.supplyAsync(() -> subscriptions.subscribe(certificates.get(0), person));
        commit.countDown();
        publication.get();

        boolean found = subscriptions.openOfPublished(batch.id()).stream().anyMatch(one -> person.equals(one.openId()));
        assertThat(asked.get())
                .isEqualTo(found ? HolderSubscriptions.Asked.SUBSCRIBED : HolderSubscriptions.Asked.PUBLISHED);
    }

    @Test
    void a_certificate_that_is_verified_or_gone_is_not_told_about() {
        jdbc.update("UPDATE certificate SET standing = 'SUSPENDED' WHERE id = ?", certificates.get(0));

        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.UNKNOWN);
        assertThat(subscriptions.subscribe(Long.MAX_VALUE, person)).isEqualTo(HolderSubscriptions.Asked.UNKNOWN);
    }

    @Test
    void who_waits_is_found_by_the_batch_once_published() {
        subscriptions.subscribe(certificates.get(0), person);
        subscriptions.subscribe(certificates.get(1), person);
        publish(certificates.get(1));

        assertThat(subscriptions.openOfPublished(batch.id()))
                .extracting(HolderSubscription::certificateId)
                .containsExactly(certificates.get(1));
    }

    @Test
    void an_ended_one_keeps_its_openid_for_the_message_on_its_way() {
        subscriptions.subscribe(certificates.get(0), person);
        long id = subscriptions.openOfCertificates(List.of(certificates.get(0))).get(0).id();

        transaction.executeWithoutResult(status -> subscriptions.end(List.of(id), HolderSubscription.State.TOLD));

        HolderSubscription ended = subscriptions.find(List.of(id)).get(id);
        assertThat(ended.state()).isEqualTo(HolderSubscription.State.TOLD);
        assertThat(ended.openId()).isEqualTo(person);
        assertThat(subscriptions.openOfCertificates(List.of(certificates.get(0)))).isEmpty();
        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);
    }

    @Test
    void an_ended_one_forgets_its_openid_when_its_time_is_over() {
        subscriptions.subscribe(certificates.get(0), person);
        long id = subscriptions.openOfCertificates(List.of(certificates.get(0))).get(0).id();
        transaction.executeWithoutResult(status -> subscriptions.end(List.of(id), HolderSubscription.State.TOLD));
        jdbc.update("UPDATE holder_subscription SET kept_until = '2020-01-01 00:00:00' WHERE id = ?", id);

        assertThat(subscriptions.forgetEnded()).isEqualTo(1);
        assertThat(subscriptions.forgetEnded()).isZero();

        assertThat(subscriptions.find(List.of(id)).get(id).openId()).isNull();
    }

    @Test
    void who_cancels_is_not_told_and_may_ask_again() {
        subscriptions.subscribe(certificates.get(0), person);
        subscriptions.subscribe(certificates.get(1), person);

        assertThat(subscriptions.cancel(person)).isEqualTo(2);
        assertThat(subscriptions.cancel(person)).isZero();
        assertThat(subscriptions.countOpen(person)).isZero();
        assertThat(subscriptions.subscribe(certificates.get(0), person)).isEqualTo(HolderSubscriptions.Asked.SUBSCRIBED);
    }

    @Test
    void who_withdraws_leaves_no_openid_anywhere() {
        subscriptions.subscribe(certificates.get(0), person);
        subscriptions.subscribe(certificates.get(1), person);
        long told = subscriptions.openOfCertificates(List.of(certificates.get(1))).get(0).id();
        transaction.executeWithoutResult(status -> subscriptions.end(List.of(told), HolderSubscription.State.TOLD));

        subscriptions.forget(person);

        assertThat(jdbc.queryForList(
                        "SELECT state FROM holder_subscription WHERE certificate_id IN (?, ?) AND open_id_sealed IS NULL"
                                + " AND open_id_hash IS NULL ORDER BY id",
                        String.class, certificates.get(0), certificates.get(1)))
                .containsExactly("FORGOTTEN", "TOLD");
    }

    @Test
    void no_openid_stands_in_the_table() {
        subscriptions.subscribe(certificates.get(0), person);

        jdbc.queryForMap("SELECT * FROM holder_subscription WHERE certificate_id = ?", certificates.get(0))
                .values()
                .forEach(value -> assertThat(value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : String.valueOf(value))
                        .doesNotContain(person));
        assertThat(subscriptions.openOfCertificates(certificates).get(0).toString()).doesNotContain(person);
    }

    @Test
    void it_ends_with_its_cause_only() {
        assertThatThrownBy(() -> subscriptions.end(List.of(1L), HolderSubscription.State.TOLD))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void publish(long id) {
        transaction.executeWithoutResult(status -> records.publish(List.of(id), LocalDate.of(2026, 11, 20)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

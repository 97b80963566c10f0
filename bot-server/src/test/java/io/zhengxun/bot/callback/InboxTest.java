package io.zhengxun.bot.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;

import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.RedisOutage;
import io.zhengxun.bot.conversation.Conversation;
import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.RedisTemplate;

/** Several instances, each with its own memory, on one Redis. */
@BotTest
class InboxTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    private RedisTemplate<String, byte[]> redis;

    @Autowired
    private Vault vault;

    @Autowired
    private Courtesy courtesy;

    @Autowired
    private Environment environment;

    @Autowired
    private Clock clock;

    /** The common pool has but one thread on a small machine. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final AtomicInteger effects = new AtomicInteger();
    private final String run = UUID.randomUUID().toString();

    @AfterEach
    void the_threads_end() {
        threads.shutdownNow();
    }

    @Test
    void a_message_is_worked_on_once_over_all_instances() {
        Inbox one = instance(() -> "answer " + effects.incrementAndGet());
        Inbox other = instance(() -> "answer " + effects.incrementAndGet());
        assertThat(one.answer(letter("m1", "n1"), Deadline.in(LONG))).isEqualTo("answer 1");
        assertThat(other.answer(letter("m1", "n1"), Deadline.in(LONG))).isEqualTo("answer 1");
        assertThat(other.answer(letter("m1", "n2"), Deadline.in(LONG))).isEqualTo("answer 1");
        assertThat(one.answer(letter("m2", "n3"), Deadline.in(LONG))).isEqualTo("answer 2");
    }

    @Test
    void repeats_wait_for_the_first_on_whichever_instance() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Callable<String> slow = () -> {
            started.countDown();
            go.await();
            return "answer " + effects.incrementAndGet();
        };
        List<Inbox> instances = List.of(instance(slow), instance(slow));
        List<CompletableFuture<String>> repeats = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> instances.get(i % 2).answer(letter("m1", "n" + i), Deadline.in(LONG)), threads))
                .toList();
        started.await();
        go.countDown();
        for (CompletableFuture<String> repeat : repeats) {
            assertThat(repeat.get()).isEqualTo("answer 1");
        }
    }

    @Test
    void a_claim_left_by_a_killed_instance_is_taken_over_when_its_lease_ends() {
        SharedInbox killed = shared();
        assertThat(killed.enter(letter("m1", "n1"), true).orElseThrow().kind())
                .isEqualTo(SharedInbox.Standing.Kind.CLAIMED);
        Inbox other = instance(() -> "answer " + effects.incrementAndGet());
        assertThat(other.answer(letter("m1", "n2"), Deadline.in(Duration.ofMillis(100)))).startsWith("正在为您查询");
        assertThat(effects).hasValue(0);
        assertThat(other.answer(letter("m1", "n3"), Deadline.in(LONG))).isEqualTo("answer 1");
    }

    @Test
    void the_reply_is_fixed_by_what_comes_first() {
        SharedInbox one = shared();
        SharedInbox other = shared();
        Letter letter = letter("m1", "n1");
        one.enter(letter, true);
        assertThat(one.finish(letter, "first")).isEqualTo("first");
        assertThat(other.finish(letter, "second")).isEqualTo("first");
        assertThat(other.enter(letter, true).orElseThrow().reply()).isEqualTo("first");
    }

    @Test
    void the_deadlines_line_stays_the_reply_when_the_work_ends_later() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Inbox one = instance(() -> {
            boolean interrupted = false;
            while (go.getCount() > 0) {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            ended.countDown();
            return "too late " + interrupted;
        });
        Inbox other = instance(() -> "answer " + effects.incrementAndGet());
        assertThat(one.answer(letter("m1", "n1"), Deadline.in(Duration.ofMillis(600)))).startsWith("正在为您查询");
        go.countDown();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(one.answer(letter("m1", "n2"), Deadline.in(LONG))).startsWith("正在为您查询");
        assertThat(other.answer(letter("m1", "n3"), Deadline.in(LONG))).startsWith("正在为您查询");
        assertThat(effects).hasValue(0);
    }

    @Test
    void overload_is_told_at_once_and_the_message_may_be_tried_again() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        Inbox inbox = instance(() -> {
            started.countDown();
            go.await();
            return "answer " + effects.incrementAndGet();
        });
        List<CompletableFuture<String>> working = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> inbox.answer(letter("busy" + i, "b" + i), Deadline.in(LONG)), threads))
                .toList();
        started.await();
        assertThat(inbox.answer(letter("m1", "n1"), Deadline.in(LONG))).startsWith("现在咨询的人较多");
        Inbox idle = instance(() -> "from elsewhere");
        assertThat(idle.answer(letter("m2", "n2"), Deadline.in(LONG))).isEqualTo("from elsewhere");
        assertThat(inbox.answer(letter("m2", "n3"), Deadline.in(LONG))).isEqualTo("from elsewhere");
        go.countDown();
        for (CompletableFuture<String> each : working) {
            assertThat(each.get()).startsWith("answer");
        }
        assertThat(inbox.answer(letter("m1", "n4"), Deadline.in(LONG))).isEqualTo("answer 3");
    }

    @Test
    void repeats_that_would_take_the_last_threads_for_waiting_are_told_at_once() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Callable<String> slow = () -> {
            started.countDown();
            go.await();
            return "answer " + effects.incrementAndGet();
        };
        Inbox one = instance(slow, settings(1));
        Inbox other = instance(slow, settings(1));
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() -> one.answer(letter("m1", "n0"), Deadline.in(LONG)), threads);
        started.await();
        List<CompletableFuture<String>> sent = new ArrayList<>(List.of(first));
        for (Inbox instance : List.of(one, other)) {
            // Of two repeats one waits, whichever comes first; the other is told.
            CompletableFuture<String> a = CompletableFuture.supplyAsync(
                    () -> instance.answer(letter("m1", "n1"), Deadline.in(LONG)), threads);
            CompletableFuture<String> b = CompletableFuture.supplyAsync(
                    () -> instance.answer(letter("m1", "n2"), Deadline.in(LONG)), threads);
            sent.addAll(List.of(a, b));
            assertThat(CompletableFuture.anyOf(a, b).get().toString()).startsWith("现在咨询的人较多");
        }
        go.countDown();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        assertThat(first.get()).isEqualTo("answer 1");
        assertThat(one.answer(letter("m1", "n3"), Deadline.in(LONG))).isEqualTo("answer 1");
    }

    @Test
    void another_message_with_the_same_passage_is_refused_on_every_instance() {
        Inbox one = instance(() -> "answer");
        Inbox other = instance(() -> "answer");
        one.answer(letter("m1", "n1"), Deadline.in(LONG));
        Letter forged = letter("m2", "n1");
        assertThatThrownBy(() -> one.answer(forged, Deadline.in(LONG))).isInstanceOf(RefusedPush.class);
        assertThatThrownBy(() -> other.answer(forged, Deadline.in(LONG))).isInstanceOf(RefusedPush.class);
        assertThat(other.answer(letter("m1", "n1"), Deadline.in(LONG))).isEqualTo("answer");
    }

    @Test
    void events_that_nobody_waits_for_are_not_answered_with_a_line() {
        Inbox failing = instance(() -> {
            throw new IllegalStateException();
        });
        InboundMessage receipt = InboundMessage.event(
                new OpenId("oA"), clock.instant(), "TEMPLATESENDJOBFINISH", run);
        Letter letter = new Letter(receipt, "receipt" + run, "p" + run, "d", "n", Optional.empty());
        assertThat(failing.answer(letter, Deadline.in(LONG))).isEmpty();
    }

    @Test
    void worked_messages_are_counted_over_all_instances_and_restarts() {
        long before = new WorkedMessages(shared()).count();
        instance(() -> "a").answer(letter("m1", "n1"), Deadline.in(LONG));
        instance(() -> "b").answer(letter("m1", "n2"), Deadline.in(LONG));
        instance(() -> "c").answer(letter("m2", "n3"), Deadline.in(LONG));
        assertThat(new WorkedMessages(shared()).count()).isEqualTo(before + 2);
    }

    @Test
    void a_reply_sealed_with_a_key_that_is_not_here_counts_as_none() {
        Letter letter = letter("m1", "n1");
        shared().finish(letter, "sealed elsewhere");
        String key = redis.keys("zhengxun:*" + letter.id()).iterator().next();
        byte[] foreign = redis.opsForValue().get(key);
        foreign[1] = 0x7f;
        redis.opsForValue().set(key, foreign, Duration.ofMinutes(1));
        Inbox one = instance(() -> "answer " + effects.incrementAndGet());
        assertThat(one.answer(letter, Deadline.in(LONG))).isEqualTo("answer 1");
        assertThat(one.answer(letter("m1", "n2"), Deadline.in(LONG))).isEqualTo("answer 1");
    }

    @Test
    void redis_holds_neither_who_asked_nor_what_was_answered_in_the_clear() {
        instance(() -> "张*，合格").answer(letter("m1", "n1"), Deadline.in(LONG));
        Set<String> keys = redis.keys("zhengxun:*inbox*");
        assertThat(keys).isNotEmpty().noneMatch(key -> key.contains("oFollower"));
        for (String key : keys) {
            assertThat(new String(redis.opsForValue().get(key), StandardCharsets.UTF_8))
                    .doesNotContain("张*", "oFollower");
        }
    }

    @Test
    void without_redis_each_instance_still_answers_a_message_once() {
        Inbox one = instance(() -> "answer " + effects.incrementAndGet());
        RedisOutage.begin();
        try {
            assertThat(one.answer(letter("m1", "n1"), Deadline.in(LONG))).isEqualTo("answer 1");
            assertThat(one.answer(letter("m1", "n2"), Deadline.in(LONG))).isEqualTo("answer 1");
            assertThatThrownBy(() -> one.answer(letter("m2", "n1"), Deadline.in(LONG))).isInstanceOf(RefusedPush.class);
        } finally {
            RedisOutage.end(redis);
        }
        assertThat(one.answer(letter("m1", "n3"), Deadline.in(LONG))).isEqualTo("answer 1");
    }

    @Test
    void redis_lost_in_the_middle_of_the_work_loses_no_reply() {
        Inbox one = instance(() -> {
            RedisOutage.begin();
            return "answer " + effects.incrementAndGet();
        });
        try {
            assertThat(one.answer(letter("m1", "n1"), Deadline.in(LONG))).isEqualTo("answer 1");
            assertThat(one.answer(letter("m1", "n2"), Deadline.in(LONG))).isEqualTo("answer 1");
        } finally {
            RedisOutage.end(redis);
        }
    }

    private Inbox instance(Callable<String> answer) {
        return instance(answer, settings(8));
    }

    private Inbox instance(Callable<String> answer, CallbackSettings settings) {
        Conversation conversation = Mockito.mock(Conversation.class);
        Mockito.doAnswer(call -> answer.call()).when(conversation).answer(any());
        return new Inbox(
                new LocalInbox(settings), shared(), new BoundedWork(settings, environment), conversation, courtesy);
    }

    private SharedInbox shared() {
        return new SharedInbox(redis, new RedisGate(clock), vault, settings(8));
    }

    private static CallbackSettings settings(int waiting) {
        return new CallbackSettings(
                Duration.ofMinutes(5), Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofHours(1), Duration.ZERO, 2,
                waiting);
    }

    private Letter letter(String id, String passage) {
        InboundMessage message = InboundMessage.text(new OpenId("oFollower"), id, "x");
        return new Letter(message, id + run, passage + run, "digest of " + id, "nonce", Optional.empty());
    }
}

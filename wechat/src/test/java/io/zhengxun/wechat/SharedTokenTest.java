package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One token for all threads of all instances (wechat-platform.md 5.1), over HTTP and a real Redis. */
@WeChatTest
@ExtendWith(OutputCaptureExtension.class)
class SharedTokenTest {

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    private FakeWeChat wechat;
    private Instance one;
    private Instance other;

    @BeforeEach
    void two_instances() throws IOException {
        wechat = new FakeWeChat();
        one = new Instance(wechat, vault, redisson);
        other = new Instance(wechat, vault, redisson);
    }

    @AfterEach
    void end() throws IOException {
        one.close();
        other.close();
        wechat.close();
    }

    @Test
    void many_threads_of_two_instances_ask_for_one_token_once() throws Exception {
        assertThat(together(40)).containsOnly("");
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(1);
        assertThat(wechat.asked(FakeWeChat.SEND)).isEqualTo(40);
    }

    @Test
    void a_refused_token_is_replaced_once_for_all_and_nothing_fails() throws Exception {
        together(2);
        wechat.expireToken();
        assertThat(together(40)).containsOnly("");
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(2);
    }

    @Test
    void an_instance_takes_the_token_that_another_one_got() {
        one.send();
        other.send();
        wechat.expireToken();
        one.send();
        other.send();
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(2);
    }

    @Test
    void a_token_that_is_refused_for_ever_is_retried_once_and_given_up() throws Exception {
        wechat.answers(FakeWeChat.SEND, "{\"errcode\":40001,\"errmsg\":\"invalid credential rid: 650e1f35-6fdb1c2d-0c7f4b1a\"}");
        assertThatThrownBy(one::send).isInstanceOfSatisfying(WeChatFailure.class, failure -> assertThat(failure.error())
                .isEqualTo(new ApiError(ErrorClass.TOKEN, "40001", "650e1f35-6fdb1c2d-0c7f4b1a")));
        assertThat(wechat.asked(FakeWeChat.SEND)).isEqualTo(2);
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(2);
    }

    @Test
    void refusals_without_end_do_not_become_a_storm_of_requests_for_tokens() throws Exception {
        wechat.answers(FakeWeChat.SEND, "{\"errcode\":42001}");
        Instant start = Instant.now();
        assertThat(together(400)).containsOnly("42001");
        long seconds = Duration.between(start, Instant.now()).toSeconds() + 1;
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isLessThanOrEqualTo(2 + 2 * seconds);
    }

    @Test
    void while_no_token_is_given_nothing_is_sent_and_few_ask() throws Exception {
        wechat.answers(FakeWeChat.STABLE_TOKEN, "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        Instant start = Instant.now();
        assertThat(together(400)).containsOnly("-1");
        long seconds = Duration.between(start, Instant.now()).toSeconds() + 1;
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isLessThanOrEqualTo(2 + 2 * seconds);
        assertThat(wechat.asked(FakeWeChat.SEND)).isZero();
    }

    @Test
    void a_busy_platform_that_gives_no_token_leaves_no_doubt_about_the_send() {
        wechat.answers(FakeWeChat.STABLE_TOKEN, "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        assertThatThrownBy(one::send).isInstanceOfSatisfying(WeChatFailure.class,
                failure -> assertThat(failure.error().kind()).isEqualTo(ErrorClass.TRANSIENT));
    }

    @Test
    void without_redis_each_instance_asks_itself_and_with_it_again_they_share(CapturedOutput log) throws Exception {
        try (RedisOutage outage = new RedisOutage(redisson)) {
            assertThat(together(40)).containsOnly("");
            assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(2);
            wechat.expireToken();
            assertThat(together(40)).containsOnly("");
            assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(4);
        }
        wechat.expireToken();
        assertThat(together(40)).containsOnly("");
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(5);
        assertThat(log.getAll()).contains("Redis is away", "Redis answers again");
    }

    @Test
    void the_token_stands_sealed_in_redis_and_nowhere_in_the_log(CapturedOutput log) {
        one.send();
        byte[] stored = redisson.<byte[]>getBucket(
                "zhengxun:wechat:token:" + wechat.account().appId(), ByteArrayCodec.INSTANCE).get();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(wechat.token());
        assertThat(vault.open(stored)).endsWith(wechat.token());
        wechat.stop();
        assertThatThrownBy(one::send).hasMessageNotContainingAny(wechat.token(), FakeWeChat.SECRET, "http");
        assertThat(log.getAll()).doesNotContain(wechat.token(), FakeWeChat.SECRET, "access_token");
    }

    @Test
    void a_token_that_another_key_sealed_is_asked_for_anew() {
        redisson.<byte[]>getBucket("zhengxun:wechat:token:" + wechat.account().appId(), ByteArrayCodec.INSTANCE)
                .set(new byte[60], Duration.ofMinutes(1));
        one.send();
        assertThat(wechat.asked(FakeWeChat.STABLE_TOKEN)).isEqualTo(1);
    }

    /** Sends by both instances from many threads; returns the error codes, empty for what was accepted. */
    private List<String> together(int sends) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(sends, 40));
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < sends; i++) {
                Instance sender = i % 2 == 0 ? one : other;
                results.add(threads.submit(() -> {
                    start.await();
                    return outcome(sender);
                }));
            }
            start.countDown();
            List<String> codes = new ArrayList<>();
            for (Future<String> result : results) {
                codes.add(result.get());
            }
            return codes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String outcome(Instance sender) {
        try {
            sender.send();
            return "";
        } catch (WeChatFailure e) {
            return e.error().code();
        }
    }
}

package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.TaskScheduler;

@WeChatTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatConnectionTest {

    private static final String ASKED = "/cgi-bin/getcallbackip";

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private Vault vault;

    @Autowired
    private TaskScheduler scheduler;

    private FakeWeChat wechat;
    private Instance instance;
    private WeChatConnection connection;

    @BeforeEach
    void wechats_api_answers() throws IOException {
        wechat = new FakeWeChat();
        wechat.answers(ASKED, "{\"ip_list\":[\"127.0.0.1\"]}");
        instance = new Instance(wechat, vault, redisson);
        connection = new WeChatConnection(instance.api, wechat.account(), scheduler, Clock.systemUTC());
    }

    @AfterEach
    void wechats_api_ends() throws IOException {
        instance.close();
        wechat.close();
    }

    @Test
    void working_credentials_are_up() {
        assertThat(checked().getStatus().getCode()).isEqualTo("UP");
        assertThat(wechat.asked()).noneMatch(path -> path.startsWith("/cgi-bin/token"));
    }

    @Test
    void refused_credentials_are_said_once_and_clearly_and_without_secrets(CapturedOutput log) {
        wechat.answers(FakeWeChat.STABLE_TOKEN,
                "{\"errcode\":40125,\"errmsg\":\"invalid appsecret " + FakeWeChat.SECRET + "\"}");
        Health health = checked();
        checked();
        assertThat(health.getStatus().getCode()).isEqualTo("UNREACHABLE");
        assertThat(health.getDetails()).containsEntry("error", "40125").containsKey("since");
        assertThat(log.getAll()).containsOnlyOnce("WeChat refuses the credentials of account " + wechat.account().appId())
                .contains("WECHAT_MP_SECRET").doesNotContain(FakeWeChat.SECRET);
    }

    @Test
    void a_failure_names_neither_address_nor_token(CapturedOutput log) {
        checked();
        wechat.answers(ASKED, "<html>bad gateway</html>");
        Health health = checked();
        assertThat(health.getStatus().getCode()).isEqualTo("UNREACHABLE");
        assertThat(health.getDetails()).containsEntry("error", "not JSON");
        wechat.stop();
        checked();
        assertThat(log.getAll() + health).doesNotContain(wechat.token(), FakeWeChat.SECRET, "access_token");
    }

    @Test
    void without_redis_the_credentials_are_checked_all_the_same() {
        try (RedisOutage outage = new RedisOutage(redisson)) {
            assertThat(checked().getStatus().getCode()).isEqualTo("UP");
        }
    }

    private Health checked() {
        connection.check();
        return connection.health();
    }
}

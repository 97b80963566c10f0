package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhengxun.bot.BotTest;
import io.zhengxun.bot.RedisOutage;
import io.zhengxun.bot.WeChat;
import io.zhengxun.wechat.WeChatAccount.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import me.chanjar.weixin.mp.api.WxMpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.scheduling.TaskScheduler;

@BotTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatConnectionTest {

    private static final String SECRET = "test0secret0not0to0be0seen";

    @Autowired
    private RedissonClient redisson;

    @Autowired
    private TaskScheduler scheduler;

    @Autowired
    private RedisTemplate<String, byte[]> redis;

    private final String token = "TOKEN" + UUID.randomUUID();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private WeChatAccount account;

    @BeforeEach
    void wechats_api_answers() throws IOException {
        answers.put("/cgi-bin/stable_token", "{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
        answers.put("/cgi-bin/getcallbackip", "{\"ip_list\":[\"127.0.0.1\"]}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = answers.getOrDefault(exchange.getRequestURI().getPath(), "{\"errcode\":40066}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        // An account of its own, so that no other test's token is found in Redis.
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        account = new WeChatAccount("wx" + UUID.randomUUID().toString().substring(0, 8), WeChat.TOKEN, WeChat.AES_KEY, "",
                SECRET, Mode.SAFE, address, address, address);
    }

    @AfterEach
    void wechats_api_ends() {
        server.stop(0);
    }

    @Test
    void instances_share_one_stable_token() {
        assertThat(checked(connection()).getStatus().getCode()).isEqualTo("UP");
        assertThat(checked(connection()).getStatus().getCode()).isEqualTo("UP");
        assertThat(asked.stream().filter(path -> path.equals("/cgi-bin/stable_token"))).hasSize(1);
        assertThat(asked).noneMatch(path -> path.startsWith("/cgi-bin/token"));
        assertThat(asked.stream().filter(path -> path.contains("access_token=" + token))).hasSize(2);
    }

    @Test
    void refused_credentials_are_said_once_and_clearly_and_without_secrets(CapturedOutput log) {
        answers.put("/cgi-bin/stable_token", "{\"errcode\":40125,\"errmsg\":\"invalid appsecret " + SECRET + "\"}");
        WeChatConnection connection = connection();
        Health health = checked(connection);
        checked(connection);
        assertThat(health.getStatus().getCode()).isEqualTo("UNREACHABLE");
        assertThat(health.getDetails()).containsEntry("error", "40125").containsKey("since");
        assertThat(log.getAll()).containsOnlyOnce("WeChat refuses the credentials of account " + account.appId())
                .contains("WECHAT_MP_SECRET").doesNotContain(SECRET);
    }

    @Test
    void a_failure_names_neither_address_nor_token(CapturedOutput log) {
        WeChatConnection connection = connection();
        checked(connection);
        answers.put("/cgi-bin/getcallbackip", "<html>bad gateway</html>");
        Health health = checked(connection);
        assertThat(health.getStatus().getCode()).isEqualTo("UNREACHABLE");
        server.stop(0);
        checked(connection);
        assertThat(log.getAll() + health).doesNotContain(token, SECRET, "access_token");
    }

    @Test
    void without_redis_the_check_fails_and_nothing_else() {
        WeChatConnection connection = connection();
        RedisOutage.begin();
        try {
            assertThat(checked(connection).getStatus().getCode()).isEqualTo("UNREACHABLE");
        } finally {
            RedisOutage.end(redis);
        }
    }

    private WeChatConnection connection() {
        WxMpService api = new WeChatApiConfiguration().weChatApi(account, redisson);
        return new WeChatConnection(api, account, scheduler, Clock.systemUTC());
    }

    private static Health checked(WeChatConnection connection) {
        connection.check();
        return connection.health();
    }
}

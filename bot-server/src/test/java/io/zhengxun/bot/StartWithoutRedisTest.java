package io.zhengxun.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class StartWithoutRedisTest {

    @Test
    void the_bot_starts_answers_and_is_healthy_without_redis() throws Exception {
        String[] settings = Stream.concat(
                        SharedServers.properties().entrySet().stream()
                                .filter(setting -> !setting.getKey().contains("redis"))
                                .map(setting -> setting.getKey() + "=" + setting.getValue()),
                        Arrays.stream(BotTest.class.getAnnotation(SpringBootTest.class).properties()))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try (ConfigurableApplicationContext bot = new SpringApplicationBuilder(BotServerApplication.class)
                // Nobody listens at port 1.
                .properties("spring.data.redis.url=redis://127.0.0.1:1", "server.port=0")
                .run(settings)) {
            WeChat wechat = new WeChat(((WebServerApplicationContext) bot).getWebServer().getPort());
            String xml = WeChat.text("oAsker", "1", "您好");
            Instant start = Instant.now();
            String first = wechat.shown(wechat.send(wechat.encrypted(xml)));
            assertThat(first).isNotEmpty().doesNotStartWith("系统暂时没能处理");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(wechat.shown(wechat.send(wechat.encrypted(xml)))).isEqualTo(first);
            assertThat(wechat.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(wechat.get("/actuator/health").body()).contains("\"AWAY\"");
            assertThat(wechat.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }
}

package io.zhengxun.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.SharedServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** So far the notifier starts, brings the database up to date and tells how it is. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notifier",
            "zhengxun.wechat.mp.app-id=wx0123456789abcdef",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test0secret0test0secret",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:1",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
// It sends what it finds: no other test's notices.
@DirtiesContext
@ContextConfiguration(initializers = SharedServers.class)
class NotifierApplicationTest {

    private final int port;

    NotifierApplicationTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void its_health_is_up() throws Exception {
        HttpResponse<String> health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"", "\"db\"");
    }
}

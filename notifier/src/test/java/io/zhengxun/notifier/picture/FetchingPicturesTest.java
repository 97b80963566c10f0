package io.zhengxun.notifier.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.notifier.NotifierApplication;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.complaint.ComplaintCategory;
import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.ComplaintText;
import io.zhengxun.registry.complaint.FilingComplaint;
import io.zhengxun.registry.complaint.NewComplaint;
import io.zhengxun.registry.complaint.ViewingComplaint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pictures come from the platform over HTTP into the case, sealed; what goes wrong is said to staff (X1). */
@SpringBootTest(
        classes = NotifierApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=notifier",
            "zhengxun.dispatch.enabled=false",
            "zhengxun.planning.enabled=false",
            "zhengxun.confirming.enabled=false",
            "zhengxun.pictures.enabled=false",
            "zhengxun.pictures.first-pause=1h",
            "zhengxun.wechat.mp.app-id=wx0test0pictures",
            "zhengxun.wechat.mp.token=testToken",
            "zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "zhengxun.wechat.mp.secret=test0secret0test0secret",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@DirtiesContext
@ContextConfiguration(initializers = SharedServers.class)
class FetchingPicturesTest {

    private static final byte[] PNG =
            "\u0089PNG\r\n\u001a\nwhat is on it".getBytes(StandardCharsets.ISO_8859_1);
    private static final HttpServer PLATFORM = platform();

    private static HttpServer platform() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, "{\"errcode\":40066}".getBytes()));
            server.createContext("/cgi-bin/stable_token", exchange -> answer(
                    exchange, "{\"access_token\":\"T\",\"expires_in\":7200}".getBytes()));
            server.createContext("/cgi-bin/media/get", exchange -> answer(exchange, file(exchange)));
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] file(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        if (query.contains("media_id=good")) {
            return PNG;
        }
        if (query.contains("media_id=page")) {
            return "<html>".getBytes();
        }
        return query.contains("media_id=gone")
                ? "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}".getBytes()
                : "{\"errcode\":-1,\"errmsg\":\"system error\"}".getBytes();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("zhengxun.wechat.mp.api-base-url",
                () -> "http://127.0.0.1:" + PLATFORM.getAddress().getPort());
    }

    @AfterAll
    static void platformEnds() {
        PLATFORM.stop(0);
    }

    @Autowired
    FetchingPictures fetching;

    @Autowired
    FilingComplaint filing;

    @Autowired
    ViewingComplaint viewing;

    @Autowired
    JdbcTemplate jdbc;

    private final Staff province = new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");

    @BeforeEach
    void no_other_picture_waits() {
        jdbc.update("DELETE FROM complaint_picture");
    }

    private Complaint filed(String... mediaIds) {
        return filing.file(
                new NewComplaint(
                        ComplaintCategory.FEES, new ComplaintText("多收了三百"), List.of(mediaIds), "", null,
                        UUID.randomUUID().toString()),
                "o" + UUID.randomUUID());
    }

    private List<ComplaintPicture.State> states(Complaint filed) {
        return viewing.view(filed.number(), province).pictures().stream().map(ComplaintPicture::state).toList();
    }

    @Test
    void each_is_fetched_once_and_what_cannot_be_is_said_so() {
        Complaint filed = filed("good", "gone", "page");
        assertThat(fetching.round()).isEqualTo(3);
        assertThat(states(filed)).containsExactly(
                ComplaintPicture.State.KEPT, ComplaintPicture.State.LOST, ComplaintPicture.State.UNFIT);
        assertThat(viewing.picture(filed.number(), 1, province).bytes()).isEqualTo(PNG);
        assertThat(fetching.round()).isZero();
    }

    @Test
    void while_the_platform_does_not_say_it_is_tried_again_later() {
        Complaint filed = filed("busy");
        assertThat(fetching.round()).isEqualTo(1);
        assertThat(states(filed)).containsExactly(ComplaintPicture.State.WAITING);
        assertThat(fetching.round()).as("not at once").isZero();
        jdbc.update("UPDATE complaint_picture SET next_try_at = '2026-01-01'");
        assertThat(fetching.round()).isEqualTo(1);
    }

    @Test
    void pauses_double_up_to_the_longest() {
        PictureSettings settings = new PictureSettings(
                true, Duration.ofSeconds(5), 5, Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofHours(1));
        assertThat(List.of(1, 2, 3, 7, 8, 500)).extracting(settings::pauseAfter).containsExactly(
                Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(32),
                Duration.ofHours(1), Duration.ofHours(1));
    }
}

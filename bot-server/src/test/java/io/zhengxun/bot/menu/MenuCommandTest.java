package io.zhengxun.bot.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The menu reaches WeChat by a command that needs neither database nor Redis (wechat-platform.md 8.3). */
class MenuCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> created = new CopyOnWriteArrayList<>();
    private volatile String has = "{\"errcode\":46003,\"errmsg\":\"menu no exist\"}";
    private volatile String says = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private HttpServer wechat;

    @BeforeEach
    void wechat() throws IOException {
        wechat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wechat.createContext("/cgi-bin/stable_token", exchange ->
                answer(exchange, "{\"access_token\":\"T" + UUID.randomUUID() + "\",\"expires_in\":7200}"));
        wechat.createContext("/cgi-bin/menu/get", exchange -> answer(exchange, has));
        wechat.createContext("/cgi-bin/menu/create", exchange -> {
            created.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, says);
        });
        wechat.start();
    }

    @AfterEach
    void stop() {
        wechat.stop(0);
    }

    @Test
    void the_menu_is_pushed_as_wechat_describes_menus() {
        assertThat(run("--push-menu")).isEqualTo("0 WeChat has the menu now; phones show it within 5 minutes.");

        JsonNode columns = JSON.readTree(created.get(0)).path("button");
        assertThat(columns).hasSize(3);
        assertThat(columns.at("/0/sub_button/0/type").asString()).isEqualTo("click");
        assertThat(columns.at("/0/sub_button/0/key").asString()).isEqualTo("intent:lookup");
        assertThat(columns.at("/0/sub_button/4/type").asString()).isEqualTo("view");
        // Escaped characters would be shown as they are, or be refused (40033).
        assertThat(created.get(0)).contains("查证书").doesNotContain("\\u");
    }

    @Test
    void the_same_menu_is_not_pushed_again() {
        run("--push-menu");
        // As WeChat gives it back: with an empty list in each button.
        has = "{\"menu\":" + created.get(0).replace("\"}", "\",\"sub_button\":[]}") + "}";

        assertThat(run("--push-menu")).startsWith("0 WeChat has this menu already");
        assertThat(created).hasSize(1);
    }

    @Test
    void another_menu_is_replaced() {
        has = "{\"menu\":{\"button\":[{\"type\":\"click\",\"name\":\"旧\",\"key\":\"old\",\"sub_button\":[]}]}}";
        assertThat(run("--push-menu")).startsWith("0 WeChat has the menu now");
        assertThat(created).hasSize(1);
    }

    @Test
    void what_wechat_refuses_is_said_with_its_code() {
        says = "{\"errcode\":40018,\"errmsg\":\"invalid button name size rid: 650e1f35-6fdb1c2d-0c7f4b1a\"}";
        assertThat(run("--push-menu")).startsWith("1 WeChat did not take the menu").contains("40018", "650e1f35");
    }

    @Test
    void it_can_be_looked_at_without_wechat() {
        wechat.stop(0);
        assertThat(run("--show-menu")).startsWith("0 {").contains("intent:complaint");
    }

    @Test
    void any_other_start_is_the_applications() {
        assertThat(MenuCommand.isAsked("--server.port=1")).isFalse();
        assertThat(MenuCommand.isAsked("--push-menu")).isTrue();
    }

    /** The exit code and what was printed. */
    private String run(String command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(Arrays.asList(
                "--zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
                "--zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "--zhengxun.wechat.mp.app-id=wx0test0menu" + UUID.randomUUID().toString().substring(0, 6),
                "--zhengxun.wechat.mp.token=testToken",
                "--zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "--zhengxun.wechat.mp.secret=test-secret",
                "--spring.data.redis.url=redis://127.0.0.1:1",
                "--zhengxun.wechat.mp.api-base-url=http://127.0.0.1:" + wechat.getAddress().getPort()));
        int code = MenuCommand.run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return code + " " + printed.toString(StandardCharsets.UTF_8).strip();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

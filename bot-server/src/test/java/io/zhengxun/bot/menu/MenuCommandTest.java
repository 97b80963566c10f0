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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command towards a WeChat that remembers the menu. */
class MenuCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREATE = "/cgi-bin/menu/create";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer wechat;
    private volatile JsonNode menu;

    @BeforeEach
    void wechat_answers() throws IOException {
        answers.put("/cgi-bin/stable_token", "{\"access_token\":\"T\",\"expires_in\":7200}");
        answers.put(CREATE, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        answers.put("/cgi-bin/menu/get", "{\"errcode\":46003,\"errmsg\":\"menu no exist\"}");
        wechat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wechat.createContext("/", this::answer);
        wechat.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals(CREATE)) {
            menu = JSON.readTree(body);
        }
        byte[] answer = answers.get(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void wechat_ends() {
        wechat.stop(0);
    }

    @Test
    void the_configured_menu_is_told_and_the_same_is_not_told_again() {
        assertThat(run()).isZero();
        assertThat(printed()).contains("WeChat has taken the menu");
        assertThat(menu.path("button").valueStream().map(column -> column.path("name").asString()))
                .containsExactly("查证书", "帮助", "机构");
        JsonNode first = menu.path("button").path(0).path("sub_button").path(0);
        assertThat(first).isEqualTo(JSON.readTree("{\"name\":\"查证书\",\"type\":\"click\",\"key\":\"intent:lookup\"}"));

        answers.put("/cgi-bin/menu/get", "{\"menu\":" + menu + "}");
        menu = null;
        assertThat(run()).isZero();
        assertThat(printed()).contains("nothing was changed");
        assertThat(menu).isNull();
    }

    @Test
    void what_would_be_told_is_shown_without_an_account() {
        assertThat(MenuCommand.run(List.of("--show"), out())).isZero();
        assertThat(JSON.readTree(printed()).path("button").size()).isEqualTo(3);
        assertThat(menu).isNull();
    }

    @Test
    void a_refusal_is_told_with_WeChats_code() {
        answers.put(CREATE, "{\"errcode\":40018,\"errmsg\":\"invalid button name size rid: 650e1f35-6fdb1c2d-0c7f4b1a\"}");
        assertThat(run()).isEqualTo(1);
        assertThat(printed()).contains("error 40018", "650e1f35-6fdb1c2d-0c7f4b1a");
    }

    @Test
    void a_menu_or_an_account_that_cannot_be_used_is_explained() {
        assertThat(run("--zhengxun.menu.columns[0].name=" + "查".repeat(6))).isEqualTo(2);
        assertThat(printed()).contains("more than 16 bytes");
        assertThat(MenuCommand.run(List.of("--zhengxun.wechat.mp.app-id="), out())).isEqualTo(2);
        assertThat(printed()).contains("WECHAT_MP_APP_ID");
        assertThat(MenuCommand.run(List.of("show"), out())).isEqualTo(2);
        assertThat(menu).isNull();
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--zhengxun.wechat.mp.app-id=wx0123456789abcdef",
                "--zhengxun.wechat.mp.token=testToken",
                "--zhengxun.wechat.mp.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "--zhengxun.wechat.mp.secret=test0secret",
                "--zhengxun.wechat.mp.api-base-url=http://127.0.0.1:" + wechat.getAddress().getPort()));
        Stream.of(more).forEach(arguments::add);
        return MenuCommand.run(arguments, out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}

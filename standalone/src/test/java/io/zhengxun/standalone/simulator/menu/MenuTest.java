package io.zhengxun.standalone.simulator.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The account's menu: taken with the platform's checks, given back as it gives it, shown to the phones. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET
        })
class MenuTest {

    private final SimulatorClient simulator;
    private PlatformCaller platform;

    MenuTest(@LocalServerPort int port) {
        this.simulator = new SimulatorClient(port);
    }

    @BeforeEach
    void no_menu() {
        platform = PlatformCaller.official(simulator);
        platform.get("/cgi-bin/menu/delete");
    }

    @Test
    void a_menu_is_given_back_and_shown_until_it_is_deleted() {
        assertThat(platform.get("/cgi-bin/menu/get").path("errcode").asInt()).isEqualTo(46003);
        assertThat(simulator.json("GET", "/simulator/menu", null)).isEmpty();

        assertThat(create(List.of(opened("查证书", List.of(click("查证书", "intent:lookup"))), view("国网"))))
                .isZero();

        assertThat(platform.get("/cgi-bin/menu/get").at("/menu/button/0/sub_button/0/key").asString()).isEqualTo("intent:lookup");
        assertThat(platform.get("/cgi-bin/menu/get").at("/menu/button/1/sub_button").isArray()).isTrue();
        assertThat(simulator.json("GET", "/simulator/menu", null)).hasSize(2);
        platform.get("/cgi-bin/menu/delete");
        assertThat(simulator.json("GET", "/simulator/menu", null)).isEmpty();
    }

    static Stream<Arguments> refused() {
        List<Map<String, Object>> six = IntStream.range(0, 6).mapToObj(i -> click("钮" + i, "k" + i)).toList();
        return Stream.of(
                Arguments.of(List.of(), 40016),
                Arguments.of(List.of(view("一"), view("二"), view("三"), view("四")), 40016),
                Arguments.of(List.of(view("一二三四五六")), 40018),
                Arguments.of(List.of(opened("多", six)), 40023),
                Arguments.of(List.of(click("钮", "k".repeat(129))), 40019),
                Arguments.of(List.of(Map.of("name", "钮", "type", "view")), 40020),
                Arguments.of(List.of(Map.of("name", "钮", "type", "dance")), 40017),
                Arguments.of(List.of(opened("多", List.of(opened("里", List.of(view("钮")))))), 40023));
    }

    @ParameterizedTest
    @MethodSource
    void refused(List<Map<String, Object>> buttons, int code) {
        create(List.of(view("旧")));
        assertThat(create(buttons)).isEqualTo(code);
        assertThat(simulator.json("GET", "/simulator/menu", null).at("/0/name").asString()).isEqualTo("旧");
    }

    private int create(List<Map<String, Object>> buttons) {
        return platform.post("/cgi-bin/menu/create", Map.of("button", buttons)).path("errcode").asInt();
    }

    private static Map<String, Object> click(String name, String key) {
        return Map.of("type", "click", "name", name, "key", key);
    }

    private static Map<String, Object> view(String name) {
        return Map.of("type", "view", "name", name, "url", "https://example.com/");
    }

    private static Map<String, Object> opened(String name, List<Map<String, Object>> buttons) {
        return Map.of("name", name, "sub_button", buttons);
    }
}

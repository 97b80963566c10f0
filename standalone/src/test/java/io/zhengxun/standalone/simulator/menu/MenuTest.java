package io.zhengxun.standalone.simulator.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The menu: told, given back, shown, deleted. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET,
            "zhengxun.wechat.mini.app-id=" + PlatformCaller.MINI_APP_ID,
            "zhengxun.wechat.mini.secret=" + PlatformCaller.MINI_SECRET
        })
class MenuTest {

    private static final Map<String, Object> CLICK = Map.of("type", "click", "name", "人工", "key", "intent:human");

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
    void what_was_told_is_given_back_and_shown_until_it_is_deleted() {
        assertThat(platform.get("/cgi-bin/menu/get").path("errcode").asInt()).isEqualTo(46003);
        assertThat(create(List.of(CLICK, Map.of("name", "查", "sub_button", List.of(CLICK))))).isZero();

        JsonNode shown = simulator.json("GET", "/simulator/menu", null);
        assertThat(platform.get("/cgi-bin/menu/get").path("menu").path("button")).isEqualTo(shown);
        assertThat(shown.path(0).path("key").asString()).isEqualTo("intent:human");
        assertThat(shown.path(1).path("sub_button").path(0).path("name").asString()).isEqualTo("人工");

        assertThat(platform.get("/cgi-bin/menu/delete").path("errcode").asInt()).isZero();
        assertThat(simulator.json("GET", "/simulator/menu", null).size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "click, 查查查查查, k, 0",
        "click, 查查查查查查, k, 40018",
        "click, '', k, 40018",
        "click, 查, '', 40019",
        "view, 查, 'javascript:x', 40020",
        "view, 查, 'https://example.com/', 0",
        "shake, 查, k, 40017"
    })
    void a_button_is_checked(String type, String name, String target, int code) {
        String field = type.equals("view") ? "url" : "key";
        assertThat(create(List.of(Map.of("type", type, "name", name, field, target)))).isEqualTo(code);
        assertThat(simulator.json("GET", "/simulator/menu", null).size()).isEqualTo(code == 0 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 40016", "4, 1, 40016", "3, 5, 0", "3, 6, 40023"})
    void so_many_buttons_and_no_more(int columns, int within, int code) {
        Map<String, Object> column = Map.of("name", "查", "sub_button", Collections.nCopies(within, CLICK));
        assertThat(create(Collections.nCopies(columns, column))).isEqualTo(code);
    }

    @Test
    void a_name_within_a_column_may_be_longer() {
        Map<String, Object> longest = Map.of("type", "click", "name", "查".repeat(20), "key", "k");
        Map<String, Object> longer = Map.of("type", "click", "name", "查".repeat(21), "key", "k");
        assertThat(create(List.of(Map.of("name", "查", "sub_button", List.of(longest))))).isZero();
        assertThat(create(List.of(Map.of("name", "查", "sub_button", List.of(longer))))).isEqualTo(40025);
    }

    @Test
    void a_mini_program_has_none() {
        assertThat(PlatformCaller.mini(simulator).get("/cgi-bin/menu/get").path("errcode").asInt()).isEqualTo(48001);
    }

    private int create(List<Map<String, Object>> buttons) {
        return platform.post("/cgi-bin/menu/create", Map.of("button", buttons)).path("errcode").asInt(0);
    }
}

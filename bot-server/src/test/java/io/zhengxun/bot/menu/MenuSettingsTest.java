package io.zhengxun.bot.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class MenuSettingsTest {

    @Test
    void the_menu_that_comes_with_the_product_is_one_that_WeChat_takes() throws IOException {
        MenuSettings menu = shipped();
        assertThat(menu.columns()).extracting(MenuSettings.Column::name).containsExactly("查证书", "帮助", "机构");
        assertThat(menu.columns()).allSatisfy(column -> assertThat(column.buttons()).hasSizeBetween(4, 5));
        assertThat(menu.pushedAtStart()).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void a_name_may_have_as_many_bytes_as_WeChat_takes(String column, String button) {
        bound(Map.of("columns[0].name", column, "columns[0].buttons[0].name", button,
                "columns[0].buttons[0].action.intent", "lookup"));
    }

    static Stream<Arguments> a_name_may_have_as_many_bytes_as_WeChat_takes() {
        return Stream.of(Arguments.of("查".repeat(5) + "a", "查".repeat(20)), Arguments.of("a", "b"));
    }

    @ParameterizedTest
    @MethodSource
    void a_menu_that_WeChat_would_refuse_stops_the_start(Map<String, String> menu, String flaw) {
        assertThatThrownBy(() -> bound(menu)).rootCause().isInstanceOf(InvalidMenu.class).hasMessageContaining(flaw);
    }

    static List<Arguments> a_menu_that_WeChat_would_refuse_stops_the_start() {
        String action = "columns[0].action.";
        return List.of(
                Arguments.of(Map.of("pushed-at-start", "true"), "1 to 3 columns"),
                Arguments.of(Map.of("columns[0].name", "查".repeat(6), action + "intent", "lookup"), "more than 16 bytes"),
                Arguments.of(Map.of("columns[0].name", " ", action + "intent", "lookup"), "no name"),
                Arguments.of(Map.of("columns[0].name", "查"), "needs one of"),
                Arguments.of(
                        Map.of("columns[0].name", "查", action + "intent", "lookup", action + "url", "https://example.com/"),
                        "needs one of"),
                Arguments.of(Map.of("columns[0].name", "查", action + "intent", "query"), "none: query"),
                Arguments.of(Map.of("columns[0].name", "查", action + "url", "javascript:alert(1)"), "web address"),
                Arguments.of(
                        Map.of("columns[0].name", "查", action + "url", "https://example.com/" + "a".repeat(1005)),
                        "web address"),
                Arguments.of(
                        Map.of("columns[0].name", "查", action + "mini-program.path", "pages/a",
                                action + "mini-program.url", "https://example.com/"),
                        "app-id"),
                Arguments.of(
                        Map.of("columns[0].name", "查", "columns[0].buttons[0].name", "查".repeat(21),
                                "columns[0].buttons[0].action.intent", "lookup"),
                        "more than 60 bytes"),
                Arguments.of(
                        Map.of("columns[0].name", "查", action + "intent", "lookup", "columns[0].buttons[0].name", "查",
                                "columns[0].buttons[0].action.intent", "lookup"),
                        "can do nothing else"));
    }

    static MenuSettings shipped() throws IOException {
        PropertySource<?> yml = new YamlPropertySourceLoader().load("menu", new ClassPathResource("menu.yml")).get(0);
        return new Binder(ConfigurationPropertySources.from(yml)).bind("zhengxun.menu", MenuSettings.class).get();
    }

    private static MenuSettings bound(Map<String, String> menu) {
        Map<String, Object> properties = new java.util.HashMap<>();
        menu.forEach((name, value) -> properties.put("zhengxun.menu." + name, value));
        return new Binder(ConfigurationPropertySources.from(new MapPropertySource("given", properties)))
                .bind("zhengxun.menu", MenuSettings.class)
                .get();
    }
}

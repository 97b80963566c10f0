package io.zhengxun.bot.menu;

import io.zhengxun.bot.menu.MenuSettings.Column;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.Menus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells WeChat the menu, if it has another one: several instances, and the same menu again, change nothing. */
@Component
class PushingMenu {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NESTED = "sub_button";

    private final MenuSettings settings;
    private final Menus menus;

    PushingMenu(MenuSettings settings, Menus menus) {
        this.settings = settings;
        this.menus = menus;
    }

    /**
     * Whether WeChat had another menu, which is replaced now.
     *
     * @throws io.zhengxun.wechat.WeChatFailure if WeChat does not take it, or does not say what it has
     */
    boolean push() {
        Map<String, Object> menu = menu();
        JsonNode wanted = JSON.valueToTree(menu).path("button");
        boolean same = menus.current().map(PushingMenu::plain).filter(wanted::equals).isPresent();
        if (!same) {
            menus.create(menu);
        }
        return !same;
    }

    /** As WeChat describes menus. */
    Map<String, Object> menu() {
        return Map.of("button", settings.columns().stream().map(PushingMenu::column).toList());
    }

    private static Map<String, Object> column(Column column) {
        if (column.buttons().isEmpty()) {
            return button(column.name(), column.action());
        }
        Map<String, Object> opened = new LinkedHashMap<>();
        opened.put("name", column.name());
        opened.put(NESTED, column.buttons().stream().map(one -> button(one.name(), one.action())).toList());
        return opened;
    }

    private static Map<String, Object> button(String name, Action action) {
        Map<String, Object> button = new LinkedHashMap<>();
        button.put("name", name);
        if (action.intent() != null) {
            button.put("type", "click");
            button.put("key", MenuKeys.of(Intent.ofCode(action.intent()).orElseThrow()));
        } else if (action.url() != null) {
            button.put("type", "view");
            button.put("url", action.url());
        } else {
            button.put("type", "miniprogram");
            button.put("url", action.miniProgram().url());
            button.put("appid", action.miniProgram().appId());
            button.put("pagepath", action.miniProgram().path());
        }
        return button;
    }

    /** Without the empty lists that WeChat adds to what it was given. */
    private static JsonNode plain(JsonNode buttons) {
        ArrayNode plain = JSON.createArrayNode();
        for (JsonNode button : buttons) {
            ObjectNode copy = JSON.createObjectNode();
            button.properties().stream()
                    .filter(entry -> !entry.getKey().equals(NESTED))
                    .forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
            List<JsonNode> nested = button.path(NESTED).isArray() ? List.of(plain(button.path(NESTED))) : List.of();
            nested.stream().filter(list -> !list.isEmpty()).forEach(list -> copy.set(NESTED, list));
            plain.add(copy);
        }
        return plain;
    }
}

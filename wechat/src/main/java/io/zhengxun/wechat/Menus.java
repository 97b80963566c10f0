package io.zhengxun.wechat;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The menu below the official account's chat (wechat-platform.md 8.3). */
@Component
public class Menus {

    private static final String NONE = "46003";

    private final WeChatApi api;

    Menus(WeChatApi api) {
        this.api = api;
    }

    /**
     * The menu's buttons as WeChat has them; empty if there is no menu.
     *
     * @throws WeChatFailure if WeChat does not say
     */
    public Optional<JsonNode> current() {
        try {
            return Optional.of(api.get("/cgi-bin/menu/get", Map.of()).path("menu").path("button"));
        } catch (WeChatFailure e) {
            if (e.error().code().equals(NONE)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Replaces the menu; phones show it within 5 minutes.
     *
     * @param menu with its {@code button}s, as WeChat describes them
     * @throws WeChatFailure if WeChat does not take it
     */
    public void create(Map<String, ?> menu) {
        api.post("/cgi-bin/menu/create", menu);
    }
}

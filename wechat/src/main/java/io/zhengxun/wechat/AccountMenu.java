package io.zhengxun.wechat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The menu below the official account's chat (wechat-platform.md 8.3). */
public class AccountMenu {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NONE = "46003";

    /** What makes a button; WeChat adds more to what it gives back. */
    private static final Set<String> COMPARED = Set.of("type", "name", "key", "url", "appid", "pagepath");
    private static final String BUTTONS_WITHIN = "sub_button";

    private final WeChatApi api;

    AccountMenu(WeChatApi api) {
        this.api = api;
    }

    /**
     * {@link #push} for a command that runs beside the applications, with nothing but their settings: WeChat gives it the same
     * token that they have.
     */
    public static boolean push(Environment settings, List<Map<String, Object>> buttons) {
        Binder binder = Binder.get(settings);
        WeChatAccount account = binder.bind("zhengxun.wechat.mp", WeChatAccount.class).get();
        WeChatHttpSettings patience = binder.bind("zhengxun.wechat.http", WeChatHttpSettings.class).get();
        try (WeChatHttp http = new WeChatHttp(patience)) {
            String baseUrl = account.apiBaseUrl();
            TokenSource source = new TokenSource(http, baseUrl, account.appId(), account.secret());
            AccessTokens tokens = new AccessTokens(refused -> source.ask(), System::nanoTime);
            return new AccountMenu(new WeChatApi(http, baseUrl, tokens, new SimpleMeterRegistry())).push(buttons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the account's menu this one, unless it is already; phones show a new one after some minutes.
     *
     * @param buttons as WeChat's API wants them
     * @return whether anything had to be changed
     * @throws WeChatFailure if WeChat does not take it
     */
    public boolean push(List<Map<String, Object>> buttons) {
        JsonNode wanted = JSON.valueToTree(buttons);
        if (essence(wanted).equals(essence(current()))) {
            return false;
        }
        api.post("/cgi-bin/menu/create", Map.of("button", buttons));
        return true;
    }

    /** The buttons there are now, missing if there is no menu. */
    private JsonNode current() {
        try {
            return api.get("/cgi-bin/menu/get", Map.of()).path("menu").path("button");
        } catch (WeChatFailure e) {
            if (Objects.equals(e.error().code(), NONE)) {
                return JSON.createArrayNode();
            }
            throw e;
        }
    }

    private static List<Map<String, Object>> essence(JsonNode buttons) {
        return buttons.valueStream().map(AccountMenu::essenceOf).toList();
    }

    private static Map<String, Object> essenceOf(JsonNode button) {
        Map<String, Object> essence = new TreeMap<>();
        List<Map<String, Object>> within = essence(button.path(BUTTONS_WITHIN));
        essence.put(BUTTONS_WITHIN, within);
        COMPARED.stream()
                // A column that opens buttons has no type of its own, whatever it is given back with.
                .filter(field -> within.isEmpty() || field.equals("name"))
                .filter(button::hasNonNull)
                .forEach(field -> essence.put(field, button.path(field).asString("")));
        return essence;
    }
}

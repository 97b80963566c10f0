package io.zhengxun.standalone.simulator.menu;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The menu that the account has, checked as the platform checks it (wechat-platform.md 8.3). */
@Component
class MenuBook {

    private static final int NO_MENU = 46003;
    private static final int BAD_BUTTON_COUNT = 40016;
    private static final int BAD_NAME = 40018;
    private static final int BAD_KEY = 40019;
    private static final int BAD_BUTTON_URL = 40020;
    private static final int BAD_SUB_BUTTON_COUNT = 40023;
    private static final int BAD_TYPE = 40017;
    private static final int MOST_COLUMNS = 3;
    private static final int MOST_BUTTONS = 5;
    private static final int LONGEST_COLUMN = 16;
    private static final int LONGEST_BUTTON = 60;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_URL = 1024;

    private volatile List<Map<String, Object>> columns = List.of();

    Map<String, Object> create(PlatformCall call) {
        List<Map<String, Object>> wanted = buttons(call.body().get("button"));
        if (wanted.isEmpty() || wanted.size() > MOST_COLUMNS) {
            throw new PlatformError(BAD_BUTTON_COUNT, "invalid button count");
        }
        columns = wanted.stream().map(column -> checked(column, LONGEST_COLUMN, true)).toList();
        return Map.of();
    }

    Map<String, Object> get(PlatformCall call) {
        if (columns.isEmpty()) {
            throw new PlatformError(NO_MENU, "menu no exist");
        }
        return Map.of("menu", Map.of("button", columns));
    }

    Map<String, Object> delete(PlatformCall call) {
        columns = List.of();
        return Map.of();
    }

    /** What phones show; empty without a menu. */
    List<Map<String, Object>> columns() {
        return columns;
    }

    /** As the platform gives it back: each button with a list of those below it. */
    private static Map<String, Object> checked(Map<String, Object> button, int longestName, boolean column) {
        String name = text(button, "name");
        if (name.isBlank() || bytes(name) > longestName) {
            throw new PlatformError(BAD_NAME, "invalid button name size");
        }
        List<Map<String, Object>> below = buttons(button.get("sub_button"));
        if (below.size() > MOST_BUTTONS || !below.isEmpty() && !column) {
            throw new PlatformError(BAD_SUB_BUTTON_COUNT, "invalid sub button count");
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        if (below.isEmpty()) {
            kept.put("type", typed(button));
        }
        button.forEach((field, value) -> {
            if (!field.equals("sub_button")) {
                kept.putIfAbsent(field, value);
            }
        });
        kept.put("sub_button", below.stream().map(one -> checked(one, LONGEST_BUTTON, false)).toList());
        return kept;
    }

    private static String typed(Map<String, Object> button) {
        String type = text(button, "type");
        switch (type) {
            case "click" -> require(text(button, "key"), LONGEST_KEY, BAD_KEY, "invalid button key size");
            case "view" -> require(text(button, "url"), LONGEST_URL, BAD_BUTTON_URL, "invalid button url size");
            case "miniprogram" -> {
                require(text(button, "url"), LONGEST_URL, BAD_BUTTON_URL, "invalid button url size");
                require(text(button, "appid"), LONGEST_KEY, BAD_KEY, "invalid appid");
                require(text(button, "pagepath"), LONGEST_URL, BAD_BUTTON_URL, "invalid pagepath");
            }
            default -> throw new PlatformError(BAD_TYPE, "invalid button type");
        }
        return type;
    }

    private static void require(String value, int longest, int code, String flaw) {
        if (value.isEmpty() || bytes(value) > longest) {
            throw new PlatformError(code, flaw);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> buttons(Object list) {
        return list instanceof List<?> some
                ? some.stream().filter(Map.class::isInstance).map(one -> (Map<String, Object>) one).toList()
                : List.of();
    }

    private static String text(Map<String, Object> button, String field) {
        return button.get(field) instanceof String text ? text : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package io.zhengxun.standalone.simulator.menu;

import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the platform checks of buttons, and how it gives them back. */
final class ButtonRules {

    private static final int MOST_COLUMNS = 3;
    private static final int MOST_WITHIN = 5;
    private static final int LONGEST_COLUMN = 16;
    private static final int LONGEST_BUTTON = 60;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_URL = 1024;
    private static final String WITHIN = "sub_button";
    private static final String TYPE = "type";
    private static final Set<String> WITH_KEY = Set.of(
            "click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin",
            "location_select");

    private ButtonRules() {}

    static List<Map<String, Object>> checked(Object given) {
        List<Map<String, Object>> columns = objects(given);
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw new PlatformError(PlatformError.BAD_BUTTON_COUNT);
        }
        return columns.stream().map(ButtonRules::column).toList();
    }

    private static Map<String, Object> column(Map<String, Object> column) {
        name(column, LONGEST_COLUMN, PlatformError.BAD_BUTTON_NAME);
        List<Map<String, Object>> within = objects(column.get(WITHIN));
        if (within.size() > MOST_WITHIN) {
            throw new PlatformError(PlatformError.BAD_SUB_BUTTON_COUNT);
        }
        if (within.isEmpty()) {
            return action(column);
        }
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", column.get("name"));
        given.put(WITHIN, within.stream().map(ButtonRules::button).toList());
        return given;
    }

    private static Map<String, Object> button(Map<String, Object> button) {
        name(button, LONGEST_BUTTON, PlatformError.BAD_SUB_BUTTON_NAME);
        return action(button);
    }

    private static Map<String, Object> action(Map<String, Object> button) {
        String type = text(button, TYPE);
        if (WITH_KEY.contains(type)) {
            within(text(button, "key"), LONGEST_KEY, PlatformError.BAD_BUTTON_KEY);
        } else if (type.equals("view") || type.equals("miniprogram")) {
            within(text(button, "url"), LONGEST_URL, PlatformError.BAD_BUTTON_URL);
            if (!text(button, "url").matches("https?://\\S+")) {
                throw new PlatformError(PlatformError.BAD_BUTTON_URL);
            }
        } else {
            throw new PlatformError(PlatformError.BAD_BUTTON_TYPE);
        }
        Map<String, Object> given = new LinkedHashMap<>(button);
        given.put(WITHIN, List.of());
        return given;
    }

    private static void name(Map<String, Object> button, int longest, int code) {
        within(text(button, "name"), longest, code);
    }

    private static void within(String text, int longest, int code) {
        if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > longest) {
            throw new PlatformError(code);
        }
    }

    private static String text(Map<String, Object> button, String field) {
        return button.get(field) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object given) {
        if (!(given instanceof List<?> list)) {
            return List.of();
        }
        if (!list.stream().allMatch(Map.class::isInstance)) {
            throw new PlatformError(PlatformError.BAD_JSON);
        }
        return (List<Map<String, Object>>) list;
    }
}

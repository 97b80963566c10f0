package io.zhengxun.bot.menu;

import io.zhengxun.bot.menu.Action.MiniProgramPage;
import io.zhengxun.bot.menu.MenuSettings.Column;
import io.zhengxun.understanding.intent.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The menu as WeChat's API wants it (wechat-platform.md 8.3). */
final class MenuButtons {

    private static final String TYPE = "type";

    private MenuButtons() {}

    static List<Map<String, Object>> of(MenuSettings menu) {
        return menu.columns().stream().map(MenuButtons::column).toList();
    }

    private static Map<String, Object> column(Column column) {
        if (column.buttons().isEmpty()) {
            return button(column.name(), column.action());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", column.name());
        fields.put(
                "sub_button",
                column.buttons().stream().map(each -> button(each.name(), each.action())).toList());
        return fields;
    }

    private static Map<String, Object> button(String name, Action action) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        if (action.intent() != null) {
            fields.put(TYPE, "click");
            fields.put("key", MenuKeys.of(Intent.ofCode(action.intent()).orElseThrow()));
        } else if (action.url() != null) {
            fields.put(TYPE, "view");
            fields.put("url", action.url());
        } else {
            MiniProgramPage page = action.miniProgram();
            fields.put(TYPE, "miniprogram");
            fields.put("url", page.url());
            fields.put("appid", page.appId());
            fields.put("pagepath", page.path());
        }
        return fields;
    }
}

package io.zhengxun.bot.menu;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The menu as configured ({@code menu.yml}), checked when the application starts (wechat-platform.md 8.3).
 *
 * @param columns one to three
 * @param pushedAtStart whether each start tells WeChat; else only the command does
 * @throws InvalidMenu naming every button that WeChat would not take, and why
 */
@ConfigurationProperties("zhengxun.menu")
record MenuSettings(List<Column> columns, @DefaultValue("false") boolean pushedAtStart) {

    /** WeChat's limits of names, in bytes of UTF-8: three for a Chinese character. */
    private static final int LONGEST_COLUMN = 16;
    private static final int LONGEST_BUTTON = 60;
    private static final int MOST_COLUMNS = 3;
    private static final int MOST_BUTTONS = 5;

    /**
     * A button of the bottom line: one that does something, or one that opens more.
     *
     * @param buttons from one to five, or none if the column does something itself
     */
    record Column(String name, Action action, List<Button> buttons) {

        Column {
            buttons = buttons == null ? List.of() : List.copyOf(buttons);
        }
    }

    /** A button of an opened column. */
    record Button(String name, Action action) {}

    MenuSettings {
        columns = columns == null ? List.of() : List.copyOf(columns);
        List<String> flaws = new ArrayList<>();
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            flaws.add("there must be 1 to " + MOST_COLUMNS + " columns");
        }
        columns.forEach(column -> check(column, flaws));
        if (!flaws.isEmpty()) {
            throw new InvalidMenu(flaws);
        }
    }

    private static void check(Column column, List<String> flaws) {
        MenuFlaws.name(column.name(), LONGEST_COLUMN, flaws);
        if (column.buttons().isEmpty()) {
            MenuFlaws.action(column.name(), column.action(), flaws);
        } else if (column.action() != null) {
            flaws.add("“" + column.name() + "” opens its buttons and can do nothing else");
        }
        if (column.buttons().size() > MOST_BUTTONS) {
            flaws.add("“" + column.name() + "” has more than " + MOST_BUTTONS + " buttons");
        }
        column.buttons().forEach(button -> {
            MenuFlaws.name(button.name(), LONGEST_BUTTON, flaws);
            MenuFlaws.action(button.name(), button.action(), flaws);
        });
    }
}

package io.zhengxun.bot.menu;

import java.util.List;

/** The menu as configured is one that WeChat would not take; the start is refused. */
class InvalidMenu extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidMenu(List<String> flaws) {
        super("The menu (zhengxun.menu) cannot be used: " + String.join("; ", flaws) + ".");
    }
}

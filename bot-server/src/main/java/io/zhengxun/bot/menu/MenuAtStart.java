package io.zhengxun.bot.menu;

import io.zhengxun.wechat.WeChatFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells WeChat the menu when the application has started, if the settings say so. That WeChat is away keeps nothing from starting. */
@Component
class MenuAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(MenuAtStart.class);

    private final MenuSettings settings;
    private final PushingMenu pushing;

    MenuAtStart(MenuSettings settings, PushingMenu pushing) {
        this.settings = settings;
        this.pushing = pushing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (settings.pushedAtStart()) {
            Thread thread = new Thread(this::push, "menu");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void push() {
        try {
            LOG.info(pushing.push() ? "WeChat has the menu as configured now." : "WeChat has the menu as configured.");
        } catch (WeChatFailure e) {
            LOG.warn("WeChat does not take the menu ({} {}); push it by --push-menu, see docs/runbook.md#menu.",
                    e.error().kind(), e.error().code());
        }
    }
}

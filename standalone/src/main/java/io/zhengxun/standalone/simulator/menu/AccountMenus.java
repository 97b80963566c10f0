package io.zhengxun.standalone.simulator.menu;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The official account's menu (wechat-platform.md 8.3); a mini-program has none. */
@Component
class AccountMenus {

    private static final Map<String, Object> DONE = Map.of("errcode", 0, "errmsg", "ok");

    private final Accounts accounts;
    private volatile List<Map<String, Object>> buttons = List.of();

    AccountMenus(Accounts accounts) {
        this.accounts = accounts;
    }

    Map<String, Object> create(PlatformCall call) {
        check(call);
        buttons = ButtonRules.checked(call.body().get("button"));
        return DONE;
    }

    Map<String, Object> get(PlatformCall call) {
        check(call);
        if (buttons.isEmpty()) {
            throw new PlatformError(PlatformError.NO_MENU);
        }
        return Map.of("menu", Map.of("button", buttons));
    }

    Map<String, Object> delete(PlatformCall call) {
        check(call);
        buttons = List.of();
        return DONE;
    }

    private void check(PlatformCall call) {
        if (accounts.isMini(call.account())) {
            throw new PlatformError(PlatformError.UNAUTHORIZED);
        }
    }

    /** What phones show; empty for none. */
    List<Map<String, Object>> shown() {
        return buttons;
    }
}

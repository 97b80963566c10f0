package io.zhengxun.standalone.simulator.menu;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu for the page. */
@RestController
class MenuController {

    private final AccountMenus menus;

    MenuController(AccountMenus menus) {
        this.menus = menus;
    }

    /** The buttons; none if the account told no menu. */
    @GetMapping("/simulator/menu")
    List<Map<String, Object>> menu() {
        return menus.shown();
    }
}

package io.zhengxun.standalone.simulator.menu;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu for the page's phones. */
@RestController
class MenuController {

    private final MenuBook book;

    MenuController(MenuBook book) {
        this.book = book;
    }

    @GetMapping("/simulator/menu")
    List<Map<String, Object>> menu() {
        return book.columns();
    }
}

package io.zhengxun.standalone.simulator.visit;

import io.zhengxun.standalone.simulator.visit.PageTickets.Signed;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks the signature of a page in place of the platform's script, which does so inside of WeChat only. */
@RestController
@RequestMapping("/simulator/open/jssdk")
class PageTicketController {

    private final PageTickets tickets;

    PageTicketController(PageTickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/config")
    Map<String, String> config(Signed page) {
        return Map.of("errMsg", tickets.check(page));
    }
}

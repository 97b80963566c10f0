package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.message.AcceptedBook.Totals;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much was accepted, for tests and benchmarks. */
@RestController
@RequestMapping("/simulator/accepted")
class AcceptedController {

    record Count(long count) {}

    /** All of them; see {@link Totals}. */
    record Overview(Totals totals, Map<Route, Long> routes) {}

    private final AcceptedBook book;

    AcceptedController(AcceptedBook book) {
        this.book = book;
    }

    @GetMapping
    Overview all() {
        Map<Route, Long> routes = new EnumMap<>(Route.class);
        for (Route route : Route.values()) {
            routes.put(route, book.countOf(route));
        }
        return new Overview(book.totals(), routes);
    }

    /** Messages for one user. */
    @GetMapping(params = {"to", "!id"})
    Count to(@RequestParam String to) {
        return new Count(book.countFor(to));
    }

    /** Messages that one client_msg_id became, for all users or for one. */
    @GetMapping(params = "id")
    Count id(@RequestParam String id, @RequestParam(defaultValue = "") String to) {
        return new Count(to.isEmpty()
                ? book.countOfId(id)
                : book.find(to, id).map(AcceptedBook.Entry::effects).orElse(0));
    }

    @DeleteMapping
    ResponseEntity<Void> clear() {
        book.clear();
        return ResponseEntity.noContent().build();
    }
}

package io.zhengxun.standalone.simulator;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be tried, and how often the bot has worked. */
@RestController
@RequestMapping("/simulator")
class TryOutController {

    record Count(long count) {}

    private final List<Suggestion> suggestions;
    private final Effects effects;

    TryOutController(ObjectProvider<Suggestion> suggestions, Effects effects) {
        this.suggestions = suggestions.orderedStream().toList();
        this.effects = effects;
    }

    @GetMapping("/suggestions")
    List<Suggestion> suggestions() {
        return suggestions;
    }

    @GetMapping("/effects")
    Count effects() {
        return new Count(effects.count());
    }
}

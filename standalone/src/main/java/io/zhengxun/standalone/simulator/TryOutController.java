package io.zhengxun.standalone.simulator;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be tried, and how often the bot has worked. */
@RestController
@RequestMapping("/simulator")
class TryOutController {

    record Count(long count) {}

    private final List<Suggestion> suggestions;
    private final ObjectProvider<Effects> effects;

    TryOutController(ObjectProvider<Suggestion> suggestions, ObjectProvider<Effects> effects) {
        this.suggestions = suggestions.orderedStream().toList();
        this.effects = effects;
    }

    @GetMapping("/suggestions")
    List<Suggestion> suggestions() {
        return suggestions;
    }

    @GetMapping("/effects")
    Count effects() {
        Effects known = effects.getIfAvailable();
        if (known == null) {
            // Alone in its process the simulator knows nothing of a bot's work.
            throw new SimulatorRefusal(HttpStatus.NOT_FOUND, "no-bot");
        }
        return new Count(known.count());
    }
}

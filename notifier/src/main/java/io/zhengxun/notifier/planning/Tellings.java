package io.zhengxun.notifier.planning;

import io.zhengxun.notifier.telling.Event;
import io.zhengxun.notifier.telling.Telling;
import io.zhengxun.notifier.telling.Told;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told of which kinds of events. */
@Component
class Tellings {

    private final List<Telling> tellings;

    /** @throws IllegalStateException if a kind is told of and silent at once */
    Tellings(List<Telling> tellings) {
        this.tellings = List.copyOf(tellings);
        tellings.forEach(telling -> telling.kinds().stream().filter(SilentKinds.ALL::contains).forEach(kind -> {
            throw new IllegalStateException("Events of kind " + kind + " are told of and listed as silent.");
        }));
    }

    boolean isTold(String kind) {
        return tellings.stream().anyMatch(telling -> telling.kinds().contains(kind));
    }

    boolean isKnown(String kind) {
        return isTold(kind) || SilentKinds.ALL.contains(kind);
    }

    /** In the caller's transaction. */
    List<Told> of(List<Event> events) {
        List<Told> notices = new ArrayList<>();
        for (Telling telling : tellings) {
            List<Event> known = events.stream()
                    .filter(event -> telling.kinds().contains(event.event().kind()))
                    .toList();
            if (!known.isEmpty()) {
                notices.addAll(telling.of(known));
            }
        }
        return notices;
    }
}

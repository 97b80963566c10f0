package io.zhengxun.registry.deadline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A room that keeps copies of due dates; it can be made to fail. */
@Component
class MoveListener {

    final List<DueDatesMoved> events = new ArrayList<>();
    boolean failing;

    @EventListener
    void moved(DueDatesMoved event) {
        if (failing) {
            throw new IllegalStateException("made to fail");
        }
        events.add(event);
    }
}

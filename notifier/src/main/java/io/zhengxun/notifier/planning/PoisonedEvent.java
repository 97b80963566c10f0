package io.zhengxun.notifier.planning;

import io.zhengxun.registry.notice.delivery.ClaimedEvent;

/** The notices about an event cannot be written. */
class PoisonedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ClaimedEvent event;

    PoisonedEvent(ClaimedEvent event, RuntimeException cause) {
        super("event " + event.id(), cause);
        this.event = event;
    }

    ClaimedEvent event() {
        return event;
    }
}

package io.zhengxun.notifier.planning;

import io.zhengxun.notifier.telling.Event;
import io.zhengxun.notifier.telling.Told;
import io.zhengxun.registry.notice.Notices;
import io.zhengxun.registry.notice.delivery.ClaimedEvent;
import io.zhengxun.registry.notice.delivery.EventState;
import io.zhengxun.registry.notice.delivery.OutboxClaims;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events and the notices about them, in one transaction: neither is handled without the other. */
@Component
class PlanningRound {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningRound.class);

    private final OutboxClaims claims;
    private final Tellings tellings;
    private final Notices notices;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    PlanningRound(OutboxClaims claims, Tellings tellings, Notices notices) {
        this.claims = claims;
        this.tellings = tellings;
        this.notices = notices;
    }

    /** @param queued how many notices were written, those that were there already included */
    record Planned(int events, int queued) {

        static final Planned NOTHING = new Planned(0, 0);
    }

    /** @throws PoisonedEvent if an event's notices cannot be written and the event is the only one */
    @Transactional
    Planned fresh(int most) {
        return plan(claims.fresh(most));
    }

    /** @throws PoisonedEvent if its notices cannot be written again */
    @Transactional
    Planned failedBefore() {
        return plan(claims.failedBefore());
    }

    private Planned plan(List<ClaimedEvent> claimed) {
        if (claimed.isEmpty()) {
            return Planned.NOTHING;
        }
        try {
            if (claimed.stream().anyMatch(one -> one.event() == null)) {
                throw new IllegalStateException("an event cannot be read");
            }
            List<Told> told = tellings.of(claimed.stream()
                    .map(one -> new Event(one.id(), one.event(), one.occurredAt()))
                    .toList());
            notices.queue(told.stream().map(Told::notice).toList());
            settle(claimed, told);
            return new Planned(claimed.size(), told.size());
        } catch (RuntimeException e) {
            if (claimed.size() == 1) {
                throw new PoisonedEvent(claimed.get(0), e);
            }
            throw e;
        }
    }

    private void settle(List<ClaimedEvent> claimed, List<Told> told) {
        Set<Long> ids = told.stream().map(Told::eventId).collect(Collectors.toSet());
        Map<EventState, List<Long>> byState = claimed.stream().collect(Collectors.groupingBy(
                event -> state(event, ids),
                () -> new EnumMap<>(EventState.class),
                Collectors.mapping(ClaimedEvent::id, Collectors.toList())));
        byState.forEach((state, events) -> claims.handled(events, state));
    }

    private EventState state(ClaimedEvent event, Set<Long> told) {
        String kind = event.event().kind();
        if (!tellings.isKnown(kind)) {
            warnOnce(kind);
            return EventState.UNKNOWN;
        }
        return tellings.isTold(kind) && told.contains(event.id()) ? EventState.TOLD : EventState.SILENT;
    }

    private void warnOnce(String kind) {
        if (warned.add(kind)) {
            LOG.warn("Events of kind {} are unknown to this release: nobody is told of them, they stand in the work list. See"
                    + " docs/runbook.md#events-unknown-or-failed.", kind);
        }
    }
}

package io.zhengxun.registry.notice;

import io.zhengxun.registry.audit.Deed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Events that wait to be told: committed with their cause, so that none is lost and none is told that did not happen. */
@Component
public class Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutboxMapper mapper;
    private final Clock clock;

    Outbox(OutboxMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Records an event with the caller's transaction.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(OutboxEvent event) {
        mapper.insert(event, JSON.writeValueAsString(event.facts()), clock.instant());
    }

    /** What was recorded of subjects of one kind, the latest first. */
    public List<Told> of(Deed.Subject.Kind kind, Collection<String> keys, int limit) {
        return keys.isEmpty() ? List.of() : mapper.ofSubjects(kind, keys, limit);
    }
}

package io.zhengxun.registry.request;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Clears keys whose time is over, now and then, in small pieces, after an act that used one. */
@Component
class OldKeys {

    private static final Logger log = LoggerFactory.getLogger(OldKeys.class);
    private static final int DELETED_AT_ONCE = 100;
    private static final int PIECES = 20;

    private final RequestKeyMapper mapper;
    private final RequestKeySettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    OldKeys(RequestKeyMapper mapper, RequestKeySettings settings, Clock clock) {
        this.mapper = mapper;
        this.settings = settings;
        this.clock = clock;
    }

    /** Each piece is a statement of its own; what is left, or what fails, is for the next time. */
    void clear() {
        Instant now = clock.instant();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(settings.clearedEvery()))) {
            return;
        }
        try {
            int pieces = 0;
            while (pieces < PIECES
                    && mapper.deleteOlder(now.minus(settings.kept()), DELETED_AT_ONCE) == DELETED_AT_ONCE) {
                pieces++;
            }
        } catch (RuntimeException e) {
            log.warn("Old request keys could not be cleared and stay until the next time: {}",
                    e.getClass().getSimpleName());
        }
    }
}

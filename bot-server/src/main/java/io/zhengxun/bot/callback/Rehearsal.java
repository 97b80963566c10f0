package io.zhengxun.bot.callback;

import io.zhengxun.bot.conversation.Conversation;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes through the parts of an answer that leave no trace before the first message comes: a JVM that has never run them is slow
 * for its first seconds, and a holder after a deployment should not feel it. Nothing depends on it; a failure ends it.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final CallbackDoor door;
    private final Conversation conversation;
    private final Duration length;

    Rehearsal(CallbackDoors doors, Conversation conversation, CallbackSettings settings) {
        this.door = doors.official();
        this.conversation = conversation;
        this.length = settings.rehearsal();
    }

    @EventListener(ApplicationStartedEvent.class)
    void rehearse() {
        long end = System.nanoTime() + length.toNanos();
        int rounds = 0;
        try {
            while (System.nanoTime() < end) {
                door.rehearse(conversation.rehearse());
                rounds++;
            }
            LOG.debug("Rehearsed {} answers.", rounds);
        } catch (RuntimeException e) {
            LOG.warn("The rehearsal ended early ({}); the first answers may be slow.", e.getClass().getSimpleName());
        }
    }
}

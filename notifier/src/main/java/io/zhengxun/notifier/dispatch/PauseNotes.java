package io.zhengxun.notifier.dispatch;

import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.ChannelPauses.Position;
import io.zhengxun.registry.notice.delivery.PausedChannel;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets staff see that a channel waits since its quota is used up: among what stands still, and in the life of each notice that
 * waits for it. For one thread.
 */
final class PauseNotes {

    private static final int MOST_TOLD = 1000;

    private final ChannelPause pause;
    private final ChannelPauses pauses;
    private PausedChannel found;
    private PausedChannel shown;
    private Position told = Position.START;

    PauseNotes(ChannelPause pause, ChannelPauses pauses) {
        this.pause = pause;
        this.pauses = pauses;
    }

    void write(Instant now) {
        Optional<PausedChannel> lasting = pause.usedUp(now);
        if (lasting.isPresent()) {
            show(lasting.get());
            told = pauses.tellWaiting(shown, told, MOST_TOLD);
        } else if (found != null && pause.isOver()) {
            pauses.end(found.channel());
            found = null;
        }
    }

    private void show(PausedChannel lasting) {
        if (!lasting.equals(found)) {
            shown = pauses.pause(lasting);
            found = lasting;
            // From the first one again: what was written late may be due before the last that was told.
            told = Position.START;
        }
    }
}

package io.zhengxun.notifier.confirming;

import io.zhengxun.notifier.dispatch.Dispatch;
import io.zhengxun.notifier.loop.Loop;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Handles reports, and their absence, while the application runs. */
@Component
class Confirming implements SmartLifecycle {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final ConfirmingSettings settings;
    private final List<Loop> loops;
    private volatile boolean running;

    Confirming(Reports reports, Unconfirmed unconfirmed, Dispatch dispatch, ConfirmingSettings settings) {
        this.settings = settings;
        this.loops = List.of(
                new Loop("Confirming of deliveries", reports::round),
                new Loop("Looking for unconfirmed notices", () -> {
                    if (unconfirmed.round() == 0) {
                        return settings.unconfirmedEvery();
                    }
                    dispatch.wake();
                    return Duration.ZERO;
                }));
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            loops.forEach(Loop::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::stop);
        loops.forEach(loop -> loop.join(STOP));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

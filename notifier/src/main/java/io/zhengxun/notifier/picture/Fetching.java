package io.zhengxun.notifier.picture;

import io.zhengxun.notifier.loop.Loop;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fetches pictures while the application runs. */
@Component
class Fetching implements SmartLifecycle {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final PictureSettings settings;
    private final Loop loop;
    private volatile boolean running;

    Fetching(FetchingPictures pictures, PictureSettings settings) {
        this.settings = settings;
        this.loop = new Loop(
                "Fetching of pictures", () -> pictures.round() == 0 ? settings.idle() : Duration.ZERO);
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            running = true;
            loop.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        loop.stop();
        loop.join(STOP);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.loop.Loop;
import io.zhengxun.registry.notice.Channel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends notices while the application runs, through one worker per channel. */
@Component
public class Dispatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Workshop workshop;
    private final Loop lookout;
    private volatile List<ChannelWorker> workers = List.of();

    Dispatch(Workshop workshop, Lookout lookout) {
        this.workshop = workshop;
        this.lookout = new Loop("Looking how much waits", () -> {
            lookout.look();
            return workshop.settings().lookEvery();
        });
    }

    /** Notices were just queued: they need not wait for the next look. */
    public void wake() {
        workers.forEach(ChannelWorker::wake);
    }

    @Override
    public void start() {
        if (!workshop.settings().enabled()) {
            LOG.info("This instance sends no notices (zhengxun.dispatch.enabled).");
            return;
        }
        workers = Arrays.stream(Channel.values()).map(channel -> new ChannelWorker(channel, workshop)).toList();
        workers.forEach(ChannelWorker::start);
        lookout.start();
    }

    /** What is being sent is finished and recorded, for a while; what is not, another instance takes over. */
    @Override
    public void stop() {
        List<ChannelWorker> stopped = workers;
        workers = List.of();
        lookout.stop();
        stopped.forEach(ChannelWorker::stop);
        long end = System.nanoTime() + workshop.settings().stopGrace().toNanos();
        stopped.forEach(worker -> worker.finish(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}

package io.zhengxun.bot.menu;

import io.zhengxun.wechat.AccountMenu;
import io.zhengxun.wechat.WeChatFailure;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Tells WeChat the menu after a start, if that is wanted; one instance at a time. Its health does not count in the overall one:
 * people can write whatever the menu shows.
 */
@Component("menuHealthIndicator")
class MenuPush implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MenuPush.class);
    private static final String LOCK = "zhengxun:menu-push";
    private static final long LEASE_SECONDS = 30;
    private static final Health NOT_ASKED = Health.unknown().build();

    private final MenuSettings menu;
    private final AccountMenu account;
    private final RedissonClient redisson;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile Health health = NOT_ASKED;

    MenuPush(
            MenuSettings menu, AccountMenu account, RedissonClient redisson, TaskScheduler scheduler, Clock clock) {
        this.menu = menu;
        this.account = account;
        this.redisson = redisson;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Not in the thread that starts: it waits for nobody. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (menu.pushedAtStart()) {
            scheduler.schedule(this::push, clock.instant());
        }
    }

    void push() {
        try {
            RLock lock = redisson.getLock(LOCK);
            if (!lock.tryLock(0, LEASE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("Another instance tells WeChat the menu.");
                return;
            }
            try {
                tell();
            } finally {
                lock.unlock();
            }
        } catch (WeChatFailure e) {
            failed(e.error().code());
        } catch (RedisException | IllegalMonitorStateException e) {
            failed("redis");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        boolean changed = account.push(MenuButtons.of(menu));
        LOG.info(changed ? "WeChat has taken the menu." : "WeChat has this menu already.");
        health = Health.up().withDetail("changed", changed).build();
    }

    private void failed(String error) {
        LOG.error("The menu did not reach WeChat (error {}); ./menu tells it again.", error);
        health = Health.status(new Status("NOT_PUSHED")).withDetail("error", error).build();
    }

    @Override
    public Health health() {
        return health;
    }
}

package io.zhengxun.standalone.simulator.message;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import io.zhengxun.standalone.simulator.wire.Account;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what an account sends, against the limits that are switched on (wechat-platform.md 5.3). */
@Component
class SendQuotas {

    /** Clearings of the counts in a calendar month, of both ways together. */
    private static final int CLEARINGS = 10;

    /** How often something happened in a stretch of time. */
    private record Used(long stretch, long times) {

        private static Used once(Used before, long stretch) {
            return before == null || before.stretch() != stretch
                    ? new Used(stretch, 1)
                    : new Used(stretch, before.times() + 1);
        }
    }

    private final FaultSwitch faults;
    private final Map<String, Used> calls = new ConcurrentHashMap<>();
    private final Map<String, Used> messages = new ConcurrentHashMap<>();
    private final Map<String, Used> clearings = new ConcurrentHashMap<>();

    SendQuotas(FaultSwitch faults) {
        this.faults = faults;
    }

    /** A call, whatever comes of it. */
    void call(Account account, Instant now) {
        long most = faults.now().limits().perMinute();
        if (most > 0 && count(calls, account, now.getEpochSecond() / 60) > most) {
            throw new PlatformError(PlatformError.MINUTE_QUOTA);
        }
    }

    /** A message that would be accepted. */
    void message(Account account, Instant now) {
        long most = faults.now().limits().perDay();
        if (most > 0 && count(messages, account, LegalTime.dayOf(now).toEpochDay()) > most) {
            throw new PlatformError(PlatformError.DAILY_QUOTA);
        }
    }

    void clear(Account account, Instant now) {
        if (count(clearings, account, LegalTime.dayOf(now).withDayOfMonth(1).toEpochDay()) > CLEARINGS) {
            throw new PlatformError(PlatformError.CLEARINGS_USED_UP);
        }
        calls.remove(account.appId());
        messages.remove(account.appId());
    }

    private static long count(Map<String, Used> counts, Account account, long stretch) {
        return counts.merge(account.appId(), new Used(stretch, 1), (before, once) -> Used.once(before, stretch))
                .times();
    }
}

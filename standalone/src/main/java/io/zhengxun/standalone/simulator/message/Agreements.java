package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many messages of a template each user still agreed to: one more with each accept, one less with each message, without
 * an end in time (wechat-platform.md 6.4). The account itself has no way to ask for it.
 */
@Component
class Agreements {

    private record Key(String openId, String templateId) {}

    private static final int MOST = 100_000;

    private final Map<Key, Integer> balances = new ConcurrentHashMap<>();

    int balance(String openId, String templateId) {
        return balances.getOrDefault(new Key(openId, templateId), 0);
    }

    void grant(String openId, String templateId) {
        if (balances.size() < MOST) {
            balances.merge(new Key(openId, templateId), 1, Integer::sum);
        }
    }

    void withdraw(String openId, String templateId) {
        balances.remove(new Key(openId, templateId));
    }

    /** @throws PlatformError if none is left */
    void take(Outgoing message) {
        boolean[] taken = new boolean[1];
        balances.computeIfPresent(new Key(message.openId(), message.template().id()), (key, left) -> {
            taken[0] = true;
            return left == 1 ? null : left - 1;
        });
        if (!taken[0]) {
            throw new PlatformError(PlatformError.NO_CONSENT);
        }
    }
}

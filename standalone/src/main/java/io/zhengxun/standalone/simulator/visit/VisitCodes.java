package io.zhengxun.standalone.simulator.visit;

import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.stereotype.Component;

/** Codes that tell a page's server once, within 5 minutes, who opened it (wechat-platform.md 8.1). */
@Component
class VisitCodes {

    private record Code(String openId, Instant expiresAt, boolean used) {}

    private static final int KEPT = 10_000;
    private static final int LENGTH = 32;
    private static final Duration LASTING = Duration.ofMinutes(5);

    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Clock clock;

    VisitCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(String openId) {
        String value = "0" + RandomStringUtils.secure().nextAlphanumeric(LENGTH - 1);
        codes.put(value, new Code(openId, clock.instant().plus(LASTING), false));
        if (codes.size() > KEPT) {
            codes.remove(codes.keySet().iterator().next());
        }
        return value;
    }

    /** @throws PlatformError if it is invented, too old or used */
    synchronized String redeem(String value) {
        Code code = codes.get(value);
        if (code == null || !clock.instant().isBefore(code.expiresAt())) {
            throw new PlatformError(PlatformError.BAD_CODE);
        }
        if (code.used()) {
            throw new PlatformError(PlatformError.USED_CODE);
        }
        codes.put(value, new Code(code.openId(), code.expiresAt(), true));
        return code.openId();
    }
}

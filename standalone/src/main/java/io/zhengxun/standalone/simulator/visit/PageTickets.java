package io.zhengxun.standalone.simulator.visit;

import io.zhengxun.standalone.simulator.wire.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.stereotype.Component;

/** The ticket by which the official account signs its pages, and the check of such a signature (wechat-platform.md 8.2). */
@Component
class PageTickets {

    /** What a page gives the platform's script, and where the page is. */
    record Signed(String appId, String timestamp, String nonceStr, String signature, String url) {}

    record Ticket(String value, Instant expiresAt) {}

    private static final int LENGTH = 86;
    private static final Duration LASTING = Duration.ofHours(2);

    private final Accounts accounts;
    private final Clock clock;
    private Ticket current;

    PageTickets(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The same one as long as it lasts: that is a choice, the platform says only that few may be asked for. */
    synchronized Ticket current() {
        if (!lasts()) {
            current = new Ticket(RandomStringUtils.secure().nextAlphanumeric(LENGTH), clock.instant().plus(LASTING));
        }
        return current;
    }

    /** What the platform's script says to it. */
    synchronized String check(Signed page) {
        if (!accounts.mp().appId().equals(page.appId())) {
            return "config:fail, invalid appid";
        }
        if (OwnPages.find(page.url()).isEmpty()) {
            return "config:fail, invalid url domain";
        }
        return lasts() && isRight(page) ? "config:ok" : "config:fail, invalid signature";
    }

    private boolean lasts() {
        return current != null && clock.instant().isBefore(current.expiresAt());
    }

    private boolean isRight(Signed page) {
        String text = "jsapi_ticket=" + current.value() + "&noncestr=" + page.nonceStr() + "&timestamp=" + page.timestamp()
                + "&url=" + page.url().replaceFirst("#.*", "");
        return MessageDigest.isEqual(bytes(DigestUtils.sha1Hex(text)), bytes(String.valueOf(page.signature())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

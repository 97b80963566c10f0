package io.zhengxun.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import me.chanjar.weixin.common.bean.WxJsapiSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs our pages, so that WeChat lets them use its own tags and functions (JS-SDK, wechat-platform 8.2). Each instance keeps the
 * ticket for its two hours. Where there is none the pages do without.
 */
public class PageSigning {

    private static final Logger LOG = LoggerFactory.getLogger(PageSigning.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final PlatformService service;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;

    PageSigning(PlatformService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** What the page's {@code wx.config} is given. */
    public record Signature(String appId, long timestamp, String nonce, String value) {}

    /**
     * @param page of ours as the browser knows it, without a fragment
     * @return empty while WeChat gives no ticket; it is asked again some minutes later
     */
    public Optional<Signature> sign(URI page) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            return Optional.empty();
        }
        try {
            WxJsapiSignature signed = PlatformService.calling(() -> service.createJsapiSignature(page.toString()));
            return Optional.of(new Signature(
                    signed.getAppId(), signed.getTimestamp(), signed.getNonceStr(), signed.getSignature()));
        } catch (WeChatFailure e) {
            pausedUntil = now.plus(PAUSE);
            LOG.warn("Pages ask for no consents for a while: {}", e.getMessage());
            return Optional.empty();
        }
    }
}

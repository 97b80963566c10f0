package io.zhengxun.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhengxun.registry.privacy.Vault;
import org.redisson.api.RedissonClient;
import org.springframework.stereotype.Component;

/** Makes the APIs of accounts: all on one HTTP client, each with a token of its own. */
@Component
class WeChatApis {

    private final WeChatHttp http;
    private final Vault vault;
    private final RedissonClient redisson;
    private final MeterRegistry meters;

    WeChatApis(WeChatHttp http, Vault vault, RedissonClient redisson, MeterRegistry meters) {
        this.http = http;
        this.vault = vault;
        this.redisson = redisson;
        this.meters = meters;
    }

    AccessTokens tokens(String baseUrl, String appId, String secret) {
        TokenSource source = new TokenSource(http, baseUrl, appId, secret);
        return new AccessTokens(new SharedTokens(source, vault, redisson, appId)::take, System::nanoTime);
    }

    WeChatApi api(String baseUrl, AccessTokens tokens) {
        return new WeChatApi(http, baseUrl, tokens, meters);
    }
}

package io.zhengxun.wechat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhengxun.registry.privacy.Vault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.redisson.api.RedissonClient;
import tools.jackson.databind.JsonNode;

/** One application's instance that speaks with the API; several share Redis only. */
final class Instance implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WeChatApi api;
    final PlatformService platform;
    private final WeChatHttp http;

    Instance(FakeWeChat wechat, Vault vault, RedissonClient redisson) {
        this(wechat, vault, redisson, Duration.ofSeconds(20));
    }

    Instance(FakeWeChat wechat, Vault vault, RedissonClient redisson, Duration readTimeout) {
        http = new WeChatHttp(new WeChatHttpSettings(Duration.ofSeconds(5), readTimeout, 64));
        WeChatApis apis = new WeChatApis(http, vault, redisson, meters);
        WeChatAccount account = wechat.account();
        AccessTokens tokens = apis.tokens(account.apiBaseUrl(), account.appId(), account.secret());
        api = apis.api(account.apiBaseUrl(), tokens);
        platform = new PlatformService(account, http, tokens);
    }

    JsonNode send() {
        return api.post(FakeWeChat.SEND, Map.of("touser", "oSomebody", "template_id", "t"));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

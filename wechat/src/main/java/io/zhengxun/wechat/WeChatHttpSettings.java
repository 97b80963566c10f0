package io.zhengxun.wechat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How patiently WeChat's API is called.
 *
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long an answer may take; a send that takes longer may have arrived
 * @param connections at the same time; at least as many as there are senders
 * @throws IllegalArgumentException naming what is out of bounds
 */
@ConfigurationProperties("zhengxun.wechat.http")
record WeChatHttpSettings(Duration connectTimeout, Duration readTimeout, int connections) {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    WeChatHttpSettings {
        check("connect-timeout", connectTimeout);
        check("read-timeout", readTimeout);
        if (connections < 1 || connections > 1000) {
            throw new IllegalArgumentException("zhengxun.wechat.http.connections must be from 1 to 1000");
        }
    }

    private static void check(String name, Duration value) {
        if (value == null || value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("zhengxun.wechat.http." + name + " must be from 50ms to 60s");
        }
    }
}

package io.zhengxun.registry.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param kept how long a repeated request gets the first one's answer
 * @param clearedEvery how often an instance looks for older ones
 */
@ConfigurationProperties("zhengxun.request-key")
public record RequestKeySettings(@DefaultValue("7d") Duration kept, @DefaultValue("1m") Duration clearedEvery) {}

package io.zhengxun.registry.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param capacity how many entries may wait; more refuse the look-up
 * @param mostPerCommit how many entries share one commit at most
 * @param longestWait how long a look-up waits for its entry's commit
 * @param stopGrace how long an orderly stop goes on writing
 */
@ConfigurationProperties("zhengxun.trail")
public record QueryTrailSettings(
        @DefaultValue("10000") int capacity,
        @DefaultValue("500") int mostPerCommit,
        @DefaultValue("5ms") Duration longestWait,
        @DefaultValue("20s") Duration stopGrace) {}

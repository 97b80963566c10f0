package io.zhengxun.standalone.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The simulator alone, without the bot, the database and Redis. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, DataRedisAutoConfiguration.class})
@ComponentScan
@ConfigurationPropertiesScan
public class SimulatorSlice {

    /** A clock that a test can move. */
    public static final class SettableClock extends Clock {

        private volatile Instant now = Instant.now();

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    Effects effects() {
        return new Effects(() -> 7);
    }

    @Bean
    @Order(2)
    Suggestion second() {
        return new Suggestion("查进度", "进度");
    }

    @Bean
    @Order(1)
    Suggestion first() {
        return new Suggestion("查证书", "证书");
    }
}

package io.zhengxun.notifier.dispatch;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.RegistryConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of planning, sending and confirming on a real database and Redis, with couriers that do as they are told. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SendingTest.Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=notifier",
            "spring.config.import=optional:classpath:none.yml",
            "zhengxun.dispatch.idle=20ms",
            "zhengxun.dispatch.lease=3s",
            "zhengxun.dispatch.tries=4",
            "zhengxun.dispatch.first-backoff=20ms",
            "zhengxun.dispatch.longest-backoff=60ms",
            "zhengxun.dispatch.recipient-backoff=20ms",
            "zhengxun.dispatch.quota-probe=300ms",
            "zhengxun.dispatch.look-every=200ms",
            "zhengxun.dispatch.breaker.calls=10",
            "zhengxun.dispatch.breaker.first-pause=200ms",
            "zhengxun.dispatch.breaker.longest-pause=400ms",
            "zhengxun.dispatch.stop-grace=4s",
            "zhengxun.dispatch.channels.SMS.per-second=20",
            "zhengxun.dispatch.channels.MINI.per-day=3",
            "zhengxun.planning.idle=20ms",
            "zhengxun.planning.tries=3",
            "zhengxun.planning.first-backoff=50ms",
            "zhengxun.confirming.idle=20ms",
            "zhengxun.confirming.unconfirmed-every=20ms",
            "zhengxun.confirming.sweep=200ms",
            "zhengxun.confirming.lease=2s",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = SharedServers.class)
public @interface SendingTest {

    // Not a @Configuration: the whole application's scan would find it.
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "io.zhengxun.notifier.dispatch",
                "io.zhengxun.notifier.planning",
                "io.zhengxun.notifier.confirming"
            })
    @ConfigurationPropertiesScan(
            basePackages = {
                "io.zhengxun.notifier.dispatch",
                "io.zhengxun.notifier.planning",
                "io.zhengxun.notifier.confirming"
            })
    @Import({RegistryConfiguration.class, SendingCases.class})
    class Rooms {}
}

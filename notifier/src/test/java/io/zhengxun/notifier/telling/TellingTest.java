package io.zhengxun.notifier.telling;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.RegistryConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of tellings and truths on a real database, with a clock to set and nothing that sends. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TellingTest.Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=registry",
            "spring.messages.basename=messages/registry",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = SharedServers.class)
@interface TellingTest {

    // Not a @Configuration: the whole application's scan would find it.
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = Telling.class)
    @Import({RegistryConfiguration.class, TellingCases.class})
    class Rooms {}
}

package io.zhengxun.registry.fault;

import io.zhengxun.registry.RegistryTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the registry's rooms that kills acts at {@link EveryStep}; all share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RegistryTest
@Import(KillableDatabase.class)
@TestPropertySource(properties = {
    // Spring logs each rollback that a dead connection cannot carry out, with its whole trace.
    "logging.level.org.springframework.transaction=OFF",
    "logging.level.org.springframework.jdbc.support=OFF",
    "logging.level.com.zaxxer.hikari=ERROR",
    // Each killed log-in counts as a failed one.
    "zhengxun.account.failures=1000",
    // Once, and not at whatever step a minute is over.
    "zhengxun.request-key.cleared-every=1d"
})
public @interface KilledTest {}

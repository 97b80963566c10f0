package io.zhengxun.registry.contact;

import io.zhengxun.registry.RegistryTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A test of contacts with invented people and a clock that stands still until it is set; all share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RegistryTest
@Import({ContactRoomTest.Time.class, InventedContacts.class})
@interface ContactRoomTest {

    /** Without an annotation of its own, so that no other test's scan finds it. */
    @Import(StandingClock.class)
    class Time {}

    @Primary
    final class StandingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

package io.zhengxun.understanding;

import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows whether messages are understood by their meaning, as the health component {@code understanding}. Its status DEGRADED does not
 * count in the overall health: by their characters alone most messages are still understood.
 */
final class UnderstandingHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final BooleanSupplier complete;

    UnderstandingHealth(BooleanSupplier complete) {
        this.complete = complete;
    }

    @Override
    public Health health() {
        return complete.getAsBoolean()
                ? Health.up().withDetail("sentenceModel", "loaded").build()
                : Health.status(DEGRADED).withDetail("sentenceModel", "missing: understood by characters alone").build();
    }
}

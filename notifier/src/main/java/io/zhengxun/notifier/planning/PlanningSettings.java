package io.zhengxun.notifier.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events become notices.
 *
 * @param enabled whether this instance does it
 * @param batch so many events in one transaction
 * @param idle how often it is looked for events while there are none
 * @param tries of an event whose notices cannot be written; then a person has to look
 * @param firstBackoff before its second try; doubles with each
 */
@ConfigurationProperties("zhengxun.planning")
record PlanningSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") int batch,
        @DefaultValue("150ms") Duration idle,
        @DefaultValue("8") int tries,
        @DefaultValue("2s") Duration firstBackoff) {

    PlanningSettings {
        if (batch < 1 || tries < 1) {
            throw new IllegalArgumentException("zhengxun.planning.batch and tries must be at least 1.");
        }
    }
}

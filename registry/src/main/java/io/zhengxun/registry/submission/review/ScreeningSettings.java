package io.zhengxun.registry.submission.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is unusual for one ID number (K8); no source gives a figure.
 *
 * @param mostForOneId more certificates than these are noticed
 * @param within whole days, between the first and the last of them
 */
@ConfigurationProperties("zhengxun.screening")
public record ScreeningSettings(@DefaultValue("3") int mostForOneId, @DefaultValue("90d") Duration within) {

    public ScreeningSettings {
        if (mostForOneId < 1 || within.toDays() < 1) {
            throw new IllegalArgumentException(
                    "zhengxun.screening needs at least 1 certificate (most-for-one-id) and 1 day (within).");
        }
    }
}

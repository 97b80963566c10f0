package io.zhengxun.notifier.confirming;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports of deliveries are handled.
 *
 * @param enabled whether this instance does it
 * @param idle how often it is looked for reports
 * @param unconfirmedEvery how often it is looked for notices whose time for a report is over
 * @param batch so many at once
 * @param young so long a report is looked at each time; then its notice is expected to be known
 * @param sweep how often the older ones are looked at
 * @param kept so long a report waits for its notice; after that nobody will know of it any more
 * @param lease so long a worker may ask about a notice without a report
 */
@ConfigurationProperties("zhengxun.confirming")
record ConfirmingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("300ms") Duration idle,
        @DefaultValue("2s") Duration unconfirmedEvery,
        @DefaultValue("500") int batch,
        @DefaultValue("1m") Duration young,
        @DefaultValue("30s") Duration sweep,
        @DefaultValue("1d") Duration kept,
        @DefaultValue("1m") Duration lease) {}

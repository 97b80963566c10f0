package io.zhengxun.registry.contact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * @param invitationLasts how long an invitation can be used; WeChat keeps a QR code for 30 days at most
 * @param confirmedWithin how long after the scan it can be confirmed
 */
@ConfigurationProperties("zhengxun.contact")
public record ContactSettings(
        @DefaultValue("72h") Duration invitationLasts, @DefaultValue("10m") Duration confirmedWithin) {

    private static final Duration LONGEST = Duration.ofDays(30);

    public ContactSettings {
        Assert.isTrue(
                invitationLasts.compareTo(Duration.ofMinutes(1)) >= 0 && invitationLasts.compareTo(LONGEST) <= 0,
                "zhengxun.contact.invitation-lasts is not within 1 minute to 30 days.");
        Assert.isTrue(confirmedWithin.compareTo(Duration.ZERO) > 0, "zhengxun.contact.confirmed-within is not positive.");
    }
}

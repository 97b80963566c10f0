package io.zhengxun.admin.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param idle a session that nobody used for so long has ended
 * @param longest no session lasts longer, however much it is used
 * @param most sessions of one account at once; one more ends the oldest
 */
@ConfigurationProperties("zhengxun.admin.session")
public record SessionSettings(
        @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest, @DefaultValue("20") int most) {

    public SessionSettings {
        if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0 || most < 1) {
            throw new IllegalArgumentException("zhengxun.admin.session: idle is positive, longest not below idle, most at least 1.");
        }
    }
}

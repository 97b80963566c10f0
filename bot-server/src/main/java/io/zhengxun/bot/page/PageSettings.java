package io.zhengxun.bot.page;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long, and how often, pages can be looked at.
 *
 * @param visit how long it is remembered who looks, without asking WeChat again
 * @param shownFor how long after a notice was written its page shows it
 * @param perMinute how many pages a network address may ask for, in each instance
 */
@ConfigurationProperties("zhengxun.pages")
record PageSettings(
        @DefaultValue("15m") Duration visit, @DefaultValue("180d") Duration shownFor, @DefaultValue("300") int perMinute) {}

package io.zhengxun.bot.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keptFor how long the bot waits for the second field */
@ConfigurationProperties("zhengxun.dialog")
record DialogSettings(@DefaultValue("10m") Duration keptFor) {}

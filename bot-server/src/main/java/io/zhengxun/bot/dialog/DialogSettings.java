package io.zhengxun.bot.dialog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keptFor after so long without a word a dialog is forgotten, without a trace of what was given (Q6) */
@ConfigurationProperties("zhengxun.dialog")
public record DialogSettings(@DefaultValue("10m") Duration keptFor) {

    public DialogSettings {
        if (keptFor.isNegative() || keptFor.isZero()) {
            throw new IllegalArgumentException("zhengxun.dialog.kept-for must be above zero.");
        }
    }
}

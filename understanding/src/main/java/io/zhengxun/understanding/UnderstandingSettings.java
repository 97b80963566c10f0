package io.zhengxun.understanding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param threads so many messages go through the sentence model at once, each on one thread; others wait the milliseconds it takes */
@ConfigurationProperties("zhengxun.understanding")
record UnderstandingSettings(@DefaultValue("2") int threads) {

    UnderstandingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("zhengxun.understanding.threads must be at least 1.");
        }
    }
}

package io.zhengxun.registry.question;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/** @param kept how long a question that was not understood is kept; what staff made of it stays */
@ConfigurationProperties("zhengxun.unanswered")
public record QuestionSettings(@DefaultValue("90d") Duration kept) {

    public QuestionSettings {
        Assert.isTrue(kept.compareTo(Duration.ofDays(1)) >= 0, "zhengxun.unanswered.kept is less than a day.");
    }
}

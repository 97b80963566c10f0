package io.zhengxun.admin.question;

import io.zhengxun.registry.question.TaughtPhrasings;
import io.zhengxun.understanding.TaughtSource;
import io.zhengxun.understanding.intent.Question;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets what staff try out be understood as the bot would understand it. */
@Configuration(proxyBeanMethods = false)
class TaughtForTrials {

    @Bean
    TaughtSource taughtForStaff(TaughtPhrasings taught) {
        return new TaughtSource(taught::edition, () -> taught.all().stream()
                .map(phrasing -> Question.taught(phrasing.intentCode(), phrasing.text()))
                .flatMap(Optional::stream)
                .toList());
    }
}

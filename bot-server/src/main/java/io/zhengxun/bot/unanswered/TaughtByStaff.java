package io.zhengxun.bot.unanswered;

import io.zhengxun.registry.question.TaughtPhrasings;
import io.zhengxun.understanding.TaughtSource;
import io.zhengxun.understanding.intent.Question;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the bot understand what staff made of the questions that it did not. */
@Configuration(proxyBeanMethods = false)
class TaughtByStaff {

    @Bean
    TaughtSource taughtForTheBot(TaughtPhrasings taught) {
        return new TaughtSource(taught::edition, () -> taught.all().stream()
                .map(phrasing -> Question.taught(phrasing.intentCode(), phrasing.text()))
                .flatMap(Optional::stream)
                .toList());
    }
}

package io.zhengxun.understanding;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What an application imports to understand messages. Two applications in one context that both import it share one understanding:
 * its model is loaded and warmed once, before the context says that it is ready, and closed with it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnderstandingSettings.class)
public class UnderstandingConfiguration {

    @Bean
    Understanding understanding(UnderstandingSettings settings) {
        return Understanding.load(settings.threads());
    }

    /** Two applications in one context keep what is taught in the same place. */
    @Bean
    LearningFromStaff learningFromStaff(Understanding understanding, ObjectProvider<TaughtSource> sources) {
        return new LearningFromStaff(understanding, sources.stream().findFirst());
    }

    @Bean
    HealthIndicator understandingHealthIndicator(Understanding understanding) {
        return new UnderstandingHealth(understanding::isComplete);
    }
}

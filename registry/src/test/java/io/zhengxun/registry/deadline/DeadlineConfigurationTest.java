package io.zhengxun.registry.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

class DeadlineConfigurationTest {

    @Test
    void an_application_gets_deadlines_that_know_the_published_arrangements() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", ResourceBundleMessageSource.class, DeadlineConfigurationTest::messages);
            context.register(DeadlineConfiguration.class, Deadlines.class);
            context.refresh();
            assertThat(context.getBean(Deadlines.class).due(DeadlineRule.D6, LocalDate.of(2026, 9, 22)).dueDate())
                    .isEqualTo(LocalDate.of(2026, 10, 13));
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}

package io.zhengxun.registry.deadline;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    WorkingDays workingDays() {
        return new WorkingDays(List.of());
    }
}

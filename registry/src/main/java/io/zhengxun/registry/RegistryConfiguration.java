package io.zhengxun.registry;

import io.zhengxun.registry.deadline.LegalTime;
import java.time.Clock;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What an application imports to get the registry's rooms. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
@MapperScan(basePackageClasses = RegistryConfiguration.class, annotationClass = Mapper.class)
public class RegistryConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(LegalTime.ZONE);
    }

    @Bean
    ForeignText foreignText() {
        return new ForeignText();
    }
}

package io.zhengxun.standalone.trail;

import com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Outbox;
import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;

/**
 * The trail and what it needs, nothing else: no web server, no other room. Not a {@code @Configuration}: the standalone
 * application must not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MybatisPlusAutoConfiguration.class
})
@ComponentScan(basePackageClasses = {AuditTrail.class, Outbox.class, Vault.class})
@ConfigurationPropertiesScan(basePackageClasses = {AuditTrail.class, Vault.class})
@MapperScan(basePackageClasses = {AuditTrail.class, Outbox.class}, annotationClass = Mapper.class)
public class TrailContext {

    @Bean
    Clock clock() {
        return Clock.system(LegalTime.ZONE);
    }

    /** @param settings stronger than all others; at least the data source's and {@code spring.config.name} */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return new SpringApplicationBuilder(TrailContext.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of(
                        "spring.config.name", settings.get("spring.config.name"),
                        "logging.level.root", "OFF"))
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("given", settings)))
                .run();
    }
}

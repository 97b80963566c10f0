package io.zhengxun.admin;

import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.understanding.UnderstandingConfiguration;
import io.zhengxun.wechat.WeChatConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The REST API of institutions' and centres' staff. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({RegistryConfiguration.class, WeChatConfiguration.class, UnderstandingConfiguration.class})
public class AdminApiApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(AdminApiApplication.class)
                // A name of its own, so that the applications' settings do not hide each other in one JVM.
                .properties("spring.config.name=admin-api")
                .run(arguments);
    }
}

package io.zhengxun.notifier;

import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.wechat.WeChatConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Tells institutions of returns and approaching deadlines, centres of what they owe, holders of what they asked for. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({RegistryConfiguration.class, WeChatConfiguration.class})
public class NotifierApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(NotifierApplication.class)
                // A name of its own, so that the applications' settings do not hide each other in one JVM.
                .properties("spring.config.name=notifier")
                .run(arguments);
    }
}

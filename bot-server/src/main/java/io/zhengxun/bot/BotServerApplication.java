package io.zhengxun.bot;

import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.understanding.UnderstandingConfiguration;
import io.zhengxun.wechat.WeChatConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Answers holders' questions in WeChat. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({RegistryConfiguration.class, WeChatConfiguration.class, UnderstandingConfiguration.class})
public class BotServerApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BotServerApplication.class)
                // A name of its own, so that the applications' settings do not hide each other in one JVM.
                .properties("spring.config.name=bot-server")
                .run(arguments);
    }
}

package io.zhengxun.bot.menu;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.WeChatConfiguration;
import io.zhengxun.wechat.WeChatFailure;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code --show-menu} prints the menu as configured, {@code --push-menu} tells WeChat; both end then. They need the account's
 * settings and no database; without Redis WeChat is asked for a token, which is everybody's.
 */
public final class MenuCommand {

    private static final String SHOW = "--show-menu";
    private static final String PUSH = "--push-menu";

    private MenuCommand() {}

    /** Whether the application is to do this and nothing else. */
    public static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(List.of(SHOW, PUSH)::contains);
    }

    /** @return 0; 1 if WeChat did not take it */
    public static int run(PrintStream out, String... arguments) {
        boolean push = Arrays.asList(arguments).contains(PUSH);
        String[] settings =
                Arrays.stream(arguments).filter(one -> !one.equals(PUSH) && !one.equals(SHOW)).toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=bot-server", "spring.main.keep-alive=false")
                .run(settings)) {
            PushingMenu pushing = context.getBean(PushingMenu.class);
            if (!push) {
                out.println(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                        .writeValueAsString(pushing.menu()));
                return 0;
            }
            return pushed(pushing, out);
        }
    }

    private static int pushed(PushingMenu pushing, PrintStream out) {
        try {
            out.println(pushing.push()
                    ? "WeChat has the menu now; phones show it within 5 minutes."
                    : "WeChat has this menu already; nothing was changed.");
            return 0;
        } catch (WeChatFailure e) {
            out.printf("WeChat did not take the menu: %s, error %s%s. The old one stays.%n", e.error().kind(), e.error().code(),
                    e.error().requestId().isEmpty() ? "" : ", rid " + e.error().requestId());
            return 1;
        }
    }

    /** Without a stereotype: the application itself does not take these. */
    @Import({WeChatConfiguration.class, Vault.class, PushingMenu.class})
    @ImportAutoConfiguration({DataRedisAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
    @EnableConfigurationProperties(MenuSettings.class)
    @ConfigurationPropertiesScan(basePackageClasses = Vault.class)
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.system(LegalTime.ZONE);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}

package io.zhengxun.standalone;

import io.zhengxun.bot.callback.WorkedMessages;
import io.zhengxun.standalone.simulator.Effects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where a newcomer arrives, and the one thing that the simulator learns from the bot other than over HTTP. */
@Configuration(proxyBeanMethods = false)
class SimulatorWiring implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/simulator/");
    }

    @Bean
    Effects effects(WorkedMessages worked) {
        return new Effects(worked::count);
    }
}

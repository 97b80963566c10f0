package io.zhengxun.standalone;

import io.zhengxun.bot.callback.WorkedMessages;
import io.zhengxun.standalone.simulator.Effects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one thing that the simulator learns from the bot other than over HTTP. */
@Configuration(proxyBeanMethods = false)
class SimulatorWiring {

    @Bean
    Effects effects(WorkedMessages worked) {
        return new Effects(worked::count);
    }
}

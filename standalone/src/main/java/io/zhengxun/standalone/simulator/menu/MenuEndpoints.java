package io.zhengxun.standalone.simulator.menu;

import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths by which the account makes and sees its menu. */
@Configuration(proxyBeanMethods = false)
class MenuEndpoints {

    @Bean
    PlatformEndpoint creationOfMenus(MenuBook book) {
        return PlatformEndpoint.post("/cgi-bin/menu/create", book::create);
    }

    @Bean
    PlatformEndpoint sightOfMenus(MenuBook book) {
        return PlatformEndpoint.get("/cgi-bin/menu/get", book::get);
    }

    @Bean
    PlatformEndpoint deletionOfMenus(MenuBook book) {
        return PlatformEndpoint.get("/cgi-bin/menu/delete", book::delete);
    }
}

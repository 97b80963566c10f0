package io.zhengxun.standalone.simulator.menu;

import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths by which the account tells its menu. */
@Configuration(proxyBeanMethods = false)
class MenuEndpoints {

    @Bean
    PlatformEndpoint creationOfTheMenu(AccountMenus menus) {
        return PlatformEndpoint.post("/cgi-bin/menu/create", menus::create);
    }

    @Bean
    PlatformEndpoint readingOfTheMenu(AccountMenus menus) {
        return PlatformEndpoint.get("/cgi-bin/menu/get", menus::get);
    }

    @Bean
    PlatformEndpoint deletionOfTheMenu(AccountMenus menus) {
        return PlatformEndpoint.get("/cgi-bin/menu/delete", menus::delete);
    }
}

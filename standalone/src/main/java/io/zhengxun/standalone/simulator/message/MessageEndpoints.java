package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.platform.AccountDesk;
import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The paths by which accounts send, and look after what they send. */
@Configuration(proxyBeanMethods = false)
class MessageEndpoints {

    private static final Map<String, Object> DONE = Map.of("errcode", 0, "errmsg", "ok");

    @Bean
    PlatformEndpoint templateMessages(Acceptance acceptance) {
        return PlatformEndpoint.post(Route.TEMPLATE.path(), call -> acceptance.send(Route.TEMPLATE, call));
    }

    @Bean
    PlatformEndpoint subscriptionNotices(Acceptance acceptance) {
        return PlatformEndpoint.post(Route.SUBSCRIPTION.path(), call -> acceptance.send(Route.SUBSCRIPTION, call));
    }

    @Bean
    PlatformEndpoint miniProgramMessages(Acceptance acceptance) {
        return PlatformEndpoint.post(Route.MINI.path(), call -> acceptance.send(Route.MINI, call));
    }

    @Bean
    PlatformEndpoint customerServiceMessages(CustomerService service) {
        return PlatformEndpoint.post(Route.CUSTOM.path(), service::send);
    }

    @Bean
    PlatformEndpoint listOfTemplates(TemplateLibrary templates) {
        return PlatformEndpoint.get("/cgi-bin/template/get_all_private_template", call -> Map.of(
                "template_list",
                templates.of(Route.TEMPLATE).stream().map(MessageEndpoints::listed).toList()));
    }

    private static Map<String, Object> listed(Template template) {
        return Map.of(
                "template_id", template.id(),
                "title", template.title(),
                "primary_industry", "",
                "deputy_industry", "",
                "content", template.content(),
                "example", "");
    }

    @Bean
    PlatformEndpoint clearingOfQuotas(SendQuotas quotas, Clock clock) {
        return PlatformEndpoint.post("/cgi-bin/clear_quota", call -> {
            quotas.clear(call.account(), clock.instant());
            return DONE;
        });
    }

    /** Works when even the calls for a token are used up. */
    @Bean
    PlatformEndpoint clearingOfQuotasBySecret(SendQuotas quotas, AccountDesk desk, Clock clock) {
        return PlatformEndpoint.open("/cgi-bin/clear_quota/v2", HttpMethod.POST, call -> {
            quotas.clear(desk.enter(call.field("appid"), call.field("appsecret")), clock.instant());
            return DONE;
        });
    }
}

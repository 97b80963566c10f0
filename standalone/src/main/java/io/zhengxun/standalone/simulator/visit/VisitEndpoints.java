package io.zhengxun.standalone.simulator.visit;

import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.platform.AccountDesk;
import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The paths by which a server learns who a user is. */
@Configuration(proxyBeanMethods = false)
class VisitEndpoints {

    private static final int TOKEN = 88;

    private final Phones phones;

    VisitEndpoints(Phones phones) {
        this.phones = phones;
    }

    @Bean
    PlatformEndpoint redemptionOfVisitCodes(AccountDesk desk, VisitCodes codes) {
        return PlatformEndpoint.open("/sns/oauth2/access_token", HttpMethod.GET, call -> {
            desk.enter(call.parameter("appid"), call.parameter("secret"));
            if (!call.parameter("grant_type").equals("authorization_code")) {
                throw new PlatformError(PlatformError.BAD_GRANT_TYPE);
            }
            return visitor(codes.redeem(call.parameter("code")));
        });
    }

    /** A token of the visitor's own, which opens nothing here, and without an errcode. */
    private static Map<String, Object> visitor(String openId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access_token", RandomStringUtils.secure().nextAlphanumeric(TOKEN));
        fields.put("expires_in", 7200);
        fields.put("refresh_token", RandomStringUtils.secure().nextAlphanumeric(TOKEN));
        fields.put("openid", openId);
        fields.put("scope", "snsapi_base");
        return fields;
    }

    @Bean
    PlatformEndpoint ticketsOfPages(PageTickets tickets, Accounts accounts, Clock clock) {
        return PlatformEndpoint.get("/cgi-bin/ticket/getticket", call -> {
            if (accounts.isMini(call.account())) {
                throw new PlatformError(PlatformError.UNAUTHORIZED);
            }
            if (!call.parameter("type").equals("jsapi")) {
                throw new PlatformError(PlatformError.BAD_ARGUMENT);
            }
            PageTickets.Ticket ticket = tickets.current();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("errcode", 0);
            fields.put("errmsg", "ok");
            fields.put("ticket", ticket.value());
            fields.put("expires_in", Duration.between(clock.instant(), ticket.expiresAt()).toSeconds());
            return fields;
        });
    }

    @Bean
    PlatformEndpoint informationOnUsers() {
        return PlatformEndpoint.get("/cgi-bin/user/info", this::user);
    }

    /** Of somebody who does not follow nothing but that. */
    private Map<String, Object> user(PlatformCall call) {
        String openId = call.parameter("openid");
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean follows = phones.inCrowd(openId) || phones.find(openId)
                .map(Phone::following)
                .orElseThrow(() -> new PlatformError(PlatformError.BAD_OPEN_ID));
        fields.put("subscribe", follows ? 1 : 0);
        fields.put("openid", openId);
        if (follows) {
            fields.put("language", "zh_CN");
            fields.put("subscribe_scene", "ADD_SCENE_QR_CODE");
        }
        return fields;
    }
}

package io.zhengxun.standalone.simulator.platform;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The recommended way to a token: asking again does not invalidate it. */
@Component
class StableTokenEndpoint implements PlatformEndpoint {

    private final AccountDesk desk;

    StableTokenEndpoint(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "/cgi-bin/stable_token";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean needsToken() {
        return false;
    }

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        if (!call.field("grant_type").equals("client_credential")) {
            throw new PlatformError(PlatformError.BAD_GRANT_TYPE);
        }
        AccessTokens tokens = desk.tokensOf(desk.enter(call.field("appid"), call.field("secret")));
        IssuedToken token = tokens.stable(Boolean.TRUE.equals(call.body().get("force_refresh")));
        return Map.of("access_token", token.value(), "expires_in", tokens.remaining(token).toSeconds());
    }
}

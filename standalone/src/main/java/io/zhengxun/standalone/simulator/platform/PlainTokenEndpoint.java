package io.zhengxun.standalone.simulator.platform;

import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The old way to a token. */
@Component
class PlainTokenEndpoint implements PlatformEndpoint {

    private final AccountDesk desk;

    PlainTokenEndpoint(AccountDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "/cgi-bin/token";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public boolean needsToken() {
        return false;
    }

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        if (!call.parameter("grant_type").equals("client_credential")) {
            throw new PlatformError(PlatformError.BAD_GRANT_TYPE);
        }
        AccessTokens tokens = desk.tokensOf(desk.enter(call.parameter("appid"), call.parameter("secret")));
        IssuedToken token = tokens.plain();
        return Map.of("access_token", token.value(), "expires_in", tokens.remaining(token).toSeconds());
    }
}

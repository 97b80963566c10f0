package io.zhengxun.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks WeChat for the stable token of an account: whoever asks gets the same one until it is about to expire. Never with
 * {@code force_refresh}, which would kill the token of everybody else (5.1).
 */
class TokenSource {

    private static final Logger LOG = LoggerFactory.getLogger(TokenSource.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST_SECONDS = 7200;

    private final WeChatHttp http;
    private final URI address;
    private final byte[] request;
    private final String appId;

    TokenSource(WeChatHttp http, String apiBaseUrl, String appId, String secret) {
        this.http = http;
        this.address = URI.create(apiBaseUrl + "/cgi-bin/stable_token");
        this.appId = appId;
        this.request = JSON.writeValueAsBytes(
                Map.of("grant_type", "client_credential", "appid", appId, "secret", secret, "force_refresh", false));
    }

    /** @throws WeChatFailure of the classes ACCOUNT, TOKEN, RATE, QUOTA and TRANSIENT only: what it is asked for was not yet tried */
    Token ask() {
        JsonNode answer;
        try {
            answer = http.post(address, request);
        } catch (WeChatFailure e) {
            throw failure(e.error());
        }
        ApiError error = ApiError.in(answer);
        if (error != null) {
            throw failure(error);
        }
        String value = answer.path("access_token").asString("");
        long seconds = answer.path("expires_in").asLong(0);
        if (value.isEmpty() || seconds <= 0) {
            throw failure(ApiError.unknown("no token"));
        }
        return Token.of(value, Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
    }

    private WeChatFailure failure(ApiError error) {
        LOG.warn("WeChat gives no access token to account {} (error {}, rid {}).", appId, error.code(), error.requestId());
        ErrorClass kind =
                switch (error.kind()) {
                    case ACCOUNT, TOKEN, RATE, QUOTA -> error.kind();
                    default -> ErrorClass.TRANSIENT;
                };
        return new WeChatFailure(new ApiError(kind, error.code(), error.requestId()));
    }
}

package io.zhengxun.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of one account, called with its access token. A call is made once; once more only if its token was refused, in which
 * case WeChat did nothing. Neither addresses nor bodies are logged or shown. Safe for use by many threads.
 */
public class WeChatApi {

    private static final Logger LOG = LoggerFactory.getLogger(WeChatApi.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final WeChatHttp http;
    private final String baseUrl;
    private final AccessTokens tokens;
    private final MeterRegistry meters;

    WeChatApi(WeChatHttp http, String baseUrl, AccessTokens tokens, MeterRegistry meters) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.tokens = tokens;
        this.meters = meters;
    }

    /**
     * Posts JSON to a path of the API, e.g. {@code /cgi-bin/message/template/send}.
     *
     * @param body of maps, lists, texts and numbers
     * @return the answer, which has no error
     * @throws WeChatFailure whose class tells whether the call can have taken effect: only BUSY and UNKNOWN leave that open
     */
    public JsonNode post(String path, Map<String, ?> body) {
        byte[] json = JSON.writeValueAsBytes(body);
        return called(path, token -> http.post(address(path, token, Map.of()), json));
    }

    /** Asks a path of the API; otherwise like {@link #post}. */
    public JsonNode get(String path, Map<String, String> query) {
        return called(path, token -> http.get(address(path, token, query)));
    }

    /**
     * Fetches what is no JSON, such as a picture: an object of JSON in its place is an error.
     *
     * @param largest in bytes
     * @throws WeChatFailure also if there is more
     */
    byte[] download(String path, Map<String, String> query, int largest) {
        return called(
                path, token -> http.download(address(path, token, query), largest), WeChatApi::errorInsteadOfContent);
    }

    private static ApiError errorInsteadOfContent(byte[] content) {
        if (content.length == 0 || content[0] != '{') {
            return null;
        }
        return WeChatHttp.object(content).map(ApiError::in).orElse(null);
    }

    private JsonNode called(String path, Function<String, JsonNode> call) {
        return called(path, call, ApiError::in);
    }

    private <T> T called(String path, Function<String, T> call, Function<T, ApiError> errorIn) {
        String token = tokens.current();
        T answer = call.apply(token);
        ApiError error = errorIn.apply(answer);
        if (error != null && error.kind() == ErrorClass.TOKEN) {
            answer = call.apply(tokens.insteadOf(token));
            error = errorIn.apply(answer);
        }
        if (error != null) {
            throw failure(path, error);
        }
        return answer;
    }

    private WeChatFailure failure(String path, ApiError error) {
        if (error.kind() == ErrorClass.UNFORESEEN) {
            meters.counter("zhengxun.wechat.unforeseen", "code", error.code()).increment();
            LOG.debug("WeChat answered {} with the unknown code {} (rid {}).", path, error.code(), error.requestId());
        }
        return new WeChatFailure(error);
    }

    private URI address(String path, String token, Map<String, String> query) {
        String more = query.entrySet().stream()
                .map(each -> "&" + each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining());
        return URI.create(baseUrl + path + "?access_token=" + encoded(token) + more);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

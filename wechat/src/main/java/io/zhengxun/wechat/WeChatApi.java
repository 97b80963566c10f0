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
     * Fetches a file from a path of the API; otherwise like {@link #post}.
     *
     * @param largest in bytes
     * @throws WeChatFailure of class CONTENT if it is larger than that
     */
    byte[] file(String path, Map<String, String> query, int largest) {
        byte[][] file = new byte[1][];
        called(path, token -> {
            file[0] = http.bytes(address(path, token, query), largest);
            // Errors come as JSON in place of the file (5.3).
            return file[0].length > 0 && file[0][0] == '{' ? WeChatHttp.parsed(file[0]) : JSON.createObjectNode();
        });
        return file[0];
    }

    private JsonNode called(String path, Function<String, JsonNode> call) {
        String token = tokens.current();
        JsonNode answer = call.apply(token);
        ApiError error = ApiError.in(answer);
        if (error != null && error.kind() == ErrorClass.TOKEN) {
            answer = call.apply(tokens.insteadOf(token));
            error = ApiError.in(answer);
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

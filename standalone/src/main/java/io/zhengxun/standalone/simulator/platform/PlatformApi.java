package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Checks a call in the platform's order and hands it to its endpoint: path, method, token, body, then the rest. */
@Component
class PlatformApi {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, PlatformEndpoint> endpoints;
    private final AccessTokens tokens;
    private final FaultSwitch faults;
    private final JsonMapper json;

    PlatformApi(List<PlatformEndpoint> endpoints, AccessTokens tokens, FaultSwitch faults, JsonMapper json) {
        this.endpoints = endpoints.stream().collect(Collectors.toMap(PlatformEndpoint::path, Function.identity()));
        this.tokens = tokens;
        this.faults = faults;
        this.json = json;
    }

    /** The answer's fields; an error is an answer too. */
    Map<String, Object> answer(HttpMethod method, String path, Map<String, String> query, byte[] body) {
        try {
            PlatformEndpoint endpoint = endpoint(method, path);
            if (faults.now().apiErrorCode() != 0) {
                throw new PlatformError(faults.now().apiErrorCode());
            }
            if (endpoint.needsToken()) {
                tokens.check(query.getOrDefault("access_token", ""));
            }
            return endpoint.answer(new PlatformCall(query, parsed(method, body)));
        } catch (PlatformError error) {
            return rendered(error);
        }
    }

    private PlatformEndpoint endpoint(HttpMethod method, String path) {
        PlatformEndpoint endpoint = endpoints.get(path);
        if (endpoint == null) {
            throw new PlatformError(PlatformError.BAD_URL);
        }
        if (!endpoint.method().equals(method)) {
            boolean get = endpoint.method().equals(HttpMethod.GET);
            throw new PlatformError(get ? PlatformError.GET_REQUIRED : PlatformError.POST_REQUIRED);
        }
        return endpoint;
    }

    private Map<String, Object> parsed(HttpMethod method, byte[] body) {
        if (!method.equals(HttpMethod.POST)) {
            return Map.of();
        }
        try {
            Map<String, Object> object = json.readValue(body, OBJECT);
            if (object != null) {
                return object;
            }
        } catch (JacksonException e) {
            throw new PlatformError(PlatformError.BAD_JSON);
        }
        throw new PlatformError(PlatformError.BAD_JSON);
    }

    private static Map<String, Object> rendered(PlatformError error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errcode", error.code());
        fields.put("errmsg", error.text() + " rid: " + requestId());
        return fields;
    }

    private static String requestId() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex.toHexDigits(random.nextInt()) + "-" + hex.toHexDigits(random.nextInt()) + "-"
                + hex.toHexDigits(random.nextInt());
    }
}

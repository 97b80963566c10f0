package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.fault.EndpointFault;
import io.zhengxun.standalone.simulator.fault.EndpointFault.Kind;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.wire.Account;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** A call as it came. */
    record Request(HttpMethod method, String path, Map<String, String> query, byte[] body) {}

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Map<String, PlatformEndpoint> endpoints;
    private final AccountDesk desk;
    private final FaultSwitch faults;
    private final JsonMapper json;

    PlatformApi(List<PlatformEndpoint> endpoints, AccountDesk desk, FaultSwitch faults, JsonMapper json) {
        this.endpoints = endpoints.stream().collect(Collectors.toMap(PlatformEndpoint::path, Function.identity()));
        this.desk = desk;
        this.faults = faults;
        this.json = json;
    }

    /** What the caller gets; an error is an answer too. */
    PlatformAnswer answer(Request request) {
        Optional<EndpointFault> fault = endpoints.containsKey(request.path())
                ? faults.strike(request.path())
                : Optional.empty();
        PlatformAnswer answer = fault.map(struck -> struckBy(struck, request)).orElseGet(() -> carriedOut(request));
        return answer.later(faults.now().apiDelayMillis());
    }

    private PlatformAnswer struckBy(EndpointFault fault, Request request) {
        PlatformAnswer right = fault.effect() || fault.kind() == Kind.HANG ? carriedOut(request) : null;
        return switch (fault.kind()) {
            case ERRCODE -> PlatformAnswer.json(json.writeValueAsBytes(rendered(new PlatformError(fault.code()))));
            case HTTP -> new PlatformAnswer(fault.code(), "text/plain", new byte[0], 0, false);
            case HTML -> PlatformAnswer.page(fault.code());
            case HANG -> right.later(fault.millis());
            case CLOSE -> PlatformAnswer.json(new byte[0]).withoutAnswer();
        };
    }

    private PlatformAnswer carriedOut(Request request) {
        try {
            PlatformEndpoint endpoint = endpoint(request);
            if (faults.now().apiErrorCode() != 0) {
                throw new PlatformError(faults.now().apiErrorCode());
            }
            Account account = endpoint.needsToken()
                    ? desk.identify(request.query().getOrDefault("access_token", ""))
                    : null;
            PlatformCall call = new PlatformCall(account, request.query(), parsed(request));
            return endpoint.file(call).map(PlatformAnswer::file).orElseGet(() -> json(endpoint.answer(call)));
        } catch (PlatformError error) {
            return json(rendered(error));
        }
    }

    private PlatformAnswer json(Map<String, Object> fields) {
        return PlatformAnswer.json(json.writeValueAsBytes(fields));
    }

    private PlatformEndpoint endpoint(Request request) {
        PlatformEndpoint endpoint = endpoints.get(request.path());
        if (endpoint == null) {
            throw new PlatformError(PlatformError.BAD_URL);
        }
        if (!endpoint.method().equals(request.method())) {
            boolean get = endpoint.method().equals(HttpMethod.GET);
            throw new PlatformError(get ? PlatformError.GET_REQUIRED : PlatformError.POST_REQUIRED);
        }
        return endpoint;
    }

    private Map<String, Object> parsed(Request request) {
        if (!request.method().equals(HttpMethod.POST)) {
            return Map.of();
        }
        try {
            Map<String, Object> object = json.readValue(request.body(), OBJECT);
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

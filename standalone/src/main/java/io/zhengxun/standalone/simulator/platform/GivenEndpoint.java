package io.zhengxun.standalone.simulator.platform;

import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpMethod;

/** An endpoint whose answer is a function. */
record GivenEndpoint(
        String path, HttpMethod method, boolean needsToken, Function<PlatformCall, Map<String, Object>> function)
        implements PlatformEndpoint {

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        return function.apply(call);
    }
}

package io.zhengxun.standalone.simulator.platform;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The addresses from which pushes come: the simulator's own machine. */
@Component
class CallbackAddressEndpoint implements PlatformEndpoint {

    @Override
    public String path() {
        return "/cgi-bin/getcallbackip";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.GET;
    }

    @Override
    public boolean needsToken() {
        return true;
    }

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        return Map.of("ip_list", List.of("127.0.0.1"));
    }
}

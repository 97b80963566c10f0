package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformEndpoint;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Template messages. */
@Component
class TemplateEndpoint implements PlatformEndpoint {

    private final Dispatch dispatch;

    TemplateEndpoint(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public String path() {
        return Route.TEMPLATE.path();
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean needsToken() {
        return true;
    }

    @Override
    public Map<String, Object> answer(PlatformCall call) {
        return dispatch.send(Route.TEMPLATE, call);
    }
}

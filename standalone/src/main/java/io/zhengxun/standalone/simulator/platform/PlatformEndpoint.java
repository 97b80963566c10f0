package io.zhengxun.standalone.simulator.platform;

import java.util.Map;
import org.springframework.http.HttpMethod;

/** One path of the platform's API. A bean of this type is found by its path. */
public interface PlatformEndpoint {

    /** The path behind the host, such as {@code /cgi-bin/token}. */
    String path();

    HttpMethod method();

    /** Whether a call has to carry a valid access token. */
    boolean needsToken();

    /** The answer's fields. */
    Map<String, Object> answer(PlatformCall call);
}

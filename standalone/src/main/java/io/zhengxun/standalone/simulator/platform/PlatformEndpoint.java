package io.zhengxun.standalone.simulator.platform;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** What is answered instead of fields by endpoints that give files; else empty. */
    default Optional<PlatformFile> file(PlatformCall call) {
        return Optional.empty();
    }

    /** One that needs a token and is asked by GET. */
    static PlatformEndpoint get(String path, Function<PlatformCall, Map<String, Object>> answer) {
        return new GivenEndpoint(path, HttpMethod.GET, true, answer);
    }

    /** One that needs a token and is asked by POST. */
    static PlatformEndpoint post(String path, Function<PlatformCall, Map<String, Object>> answer) {
        return new GivenEndpoint(path, HttpMethod.POST, true, answer);
    }

    /** One that needs no token. */
    static PlatformEndpoint open(String path, HttpMethod method, Function<PlatformCall, Map<String, Object>> answer) {
        return new GivenEndpoint(path, method, false, answer);
    }
}

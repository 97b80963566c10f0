package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.wire.Account;
import java.util.Map;

/**
 * One call of the API.
 *
 * @param account whose token it carries; null where none is needed
 * @param query the first value of each parameter
 * @param body the JSON object of a POST, else empty
 */
public record PlatformCall(Account account, Map<String, String> query, Map<String, Object> body) {

    /** A query parameter, or an empty text. */
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** A text field of the body, or an empty text. */
    public String field(String name) {
        return body.get(name) instanceof String text ? text : "";
    }

    /** An object in the body, or an empty one. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> object(String name) {
        return body.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    /** The value may hold the secret or a token. */
    @Override
    public String toString() {
        return "PlatformCall" + query.keySet() + body.keySet();
    }
}

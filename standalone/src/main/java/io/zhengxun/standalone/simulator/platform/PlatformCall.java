package io.zhengxun.standalone.simulator.platform;

import java.util.Map;

/**
 * One call of the API.
 *
 * @param query the first value of each parameter
 * @param body the JSON object of a POST, else empty
 */
record PlatformCall(Map<String, String> query, Map<String, Object> body) {

    /** A query parameter, or an empty text. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** A text field of the body, or an empty text. */
    String field(String name) {
        return body.get(name) instanceof String text ? text : "";
    }

    /** The value may hold the secret or a token. */
    @Override
    public String toString() {
        return "PlatformCall" + query.keySet() + body.keySet();
    }
}

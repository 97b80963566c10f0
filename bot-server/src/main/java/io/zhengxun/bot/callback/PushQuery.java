package io.zhengxun.bot.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What WeChat writes into the query string; {@code ""} for what is missing. Read from the query alone: the servlet's parameters
 * would also be looked for in the body, however long that is.
 */
record PushQuery(
        String signature, String timestamp, String nonce, String encryptType, String messageSignature, String echo) {

    private static final int LONGEST = 4096;

    static PushQuery of(HttpServletRequest request) {
        Map<String, String> values = values(request.getQueryString());
        return new PushQuery(
                values.getOrDefault("signature", ""),
                values.getOrDefault("timestamp", ""),
                values.getOrDefault("nonce", ""),
                values.getOrDefault("encrypt_type", ""),
                values.getOrDefault("msg_signature", ""),
                values.getOrDefault("echostr", ""));
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new HashMap<>();
        if (query == null) {
            return values;
        }
        if (query.length() > LONGEST) {
            throw new RefusedPush(HttpStatus.BAD_REQUEST, "query is too long");
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedPush(HttpStatus.BAD_REQUEST, "query is malformed");
        }
    }
}

package io.zhengxun.wechat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import tools.jackson.databind.JsonNode;

/**
 * Why a call of WeChat's API failed; safe to be logged and stored.
 *
 * @param code WeChat's errcode, {@code HTTP 502}, or the kind of failure: {@code timeout}, {@code closed}, {@code no connection}…
 * @param requestId by which WeChat finds the request within 7 days (rid), or empty
 */
public record ApiError(ErrorClass kind, String code, String requestId) {

    private static final Pattern RID = Pattern.compile("rid: ([0-9a-f-]{8,64})");

    /** The error in an answer of the API, null if it has none; the HTTP status is 200 either way (5.3). */
    static ApiError in(JsonNode answer) {
        int code = answer.path("errcode").asInt(0);
        return code == 0 ? null : of(code, answer.path("errmsg").asString(""));
    }

    static ApiError of(int code, String text) {
        Matcher rid = RID.matcher(text);
        return new ApiError(ErrorClass.of(code), String.valueOf(code), rid.find() ? rid.group(1) : "");
    }

    /** Statuses from 300 on come from something in front of WeChat; below 500 it refused to pass the request on. */
    static ApiError ofStatus(int status) {
        ErrorClass kind =
                switch (status) {
                    case 413 -> ErrorClass.CONTENT;
                    case 429 -> ErrorClass.RATE;
                    default -> status >= 500 ? ErrorClass.UNKNOWN : ErrorClass.TRANSIENT;
                };
        return new ApiError(kind, "HTTP " + status, "");
    }

    /** Only failures before the request was written tell that it did not arrive. */
    static ApiError of(IOException failure) {
        if (failure instanceof ConnectTimeoutException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException) {
            return new ApiError(ErrorClass.TRANSIENT, "no connection", "");
        }
        if (failure instanceof ConnectionRequestTimeoutException || failure instanceof RequestNotExecutedException) {
            return new ApiError(ErrorClass.TRANSIENT, "no free connection", "");
        }
        boolean late = failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException;
        return unknown(late ? "timeout" : "closed");
    }

    static ApiError unknown(String code) {
        return new ApiError(ErrorClass.UNKNOWN, code, "");
    }
}

package io.zhengxun.standalone.simulator.fault;

/**
 * What goes wrong with calls of some of the API's paths.
 *
 * @param path the beginning of the paths behind the host, such as {@code /cgi-bin/message}; empty for all
 * @param kind what happens
 * @param code the errcode of ERRCODE, the status of HTTP and HTML; ignored by the others
 * @param millis how long HANG lasts before the right answer comes
 * @param effect whether the call is carried out before it goes wrong: the answer is lost, what it asked for is done. HANG
 *     always carries it out
 * @param times how many calls it strikes; 0 for all
 */
public record EndpointFault(String path, Kind kind, Integer code, Long millis, Boolean effect, Integer times) {

    public enum Kind {
        /** An error of the platform. */
        ERRCODE,
        /** An HTTP status with an empty body. */
        HTTP,
        /** An HTTP status with the page of a gateway; with status 200 the body alone is wrong. */
        HTML,
        /** The right answer, late. */
        HANG,
        /** The connection is closed without an answer. */
        CLOSE
    }

    private static final int BAD_GATEWAY = 502;
    private static final long LONGEST = 120_000;

    public EndpointFault {
        path = path == null ? "" : path;
        if (kind == null) {
            throw new IllegalArgumentException("a fault needs a kind");
        }
        code = code == null ? kind == Kind.ERRCODE ? -1 : BAD_GATEWAY : code;
        millis = millis == null ? 0 : millis;
        effect = effect != null && effect;
        times = times == null ? 0 : times;
        boolean status = kind == Kind.HTTP || kind == Kind.HTML;
        if (millis < 0 || millis > LONGEST || times < 0 || code < -1 || status && (code < 200 || code > 599)) {
            throw new IllegalArgumentException("a fault out of its limits");
        }
    }
}

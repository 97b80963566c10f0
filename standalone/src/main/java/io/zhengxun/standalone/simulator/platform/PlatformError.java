package io.zhengxun.standalone.simulator.platform;

import java.util.Map;

/** The platform refuses a call with one of its codes (wechat-platform.md 5, 6.5, 10). */
public final class PlatformError extends RuntimeException {

    public static final int INVALID_CREDENTIAL = 40001;
    public static final int BAD_GRANT_TYPE = 40002;
    public static final int BAD_OPEN_ID = 40003;
    public static final int BAD_APP_ID = 40013;
    public static final int BAD_MESSAGE_TYPE = 40008;
    public static final int BAD_CODE = 40029;
    public static final int BAD_TEMPLATE_ID = 40037;
    public static final int BAD_QR_ACTION = 40052;
    public static final int BAD_QR_INFO = 40053;
    public static final int BAD_URL = 40066;
    public static final int BAD_SECRET = 40125;
    public static final int USED_CODE = 40163;
    public static final int TOKEN_MISSING = 41001;
    public static final int APP_ID_MISSING = 41002;
    public static final int SECRET_MISSING = 41004;
    public static final int TOKEN_EXPIRED = 42001;
    public static final int GET_REQUIRED = 43001;
    public static final int POST_REQUIRED = 43002;
    public static final int NOT_FOLLOWING = 43004;
    public static final int BLACKLISTED = 43019;
    public static final int NO_CONSENT = 43101;
    /** What it is really called nobody says (wechat-platform.md 6.2). */
    public static final int REPEATED = 40241;
    public static final int EMPTY_TEXT = 44004;
    public static final int TEXT_TOO_LONG = 45002;
    public static final int DAILY_QUOTA = 45009;
    public static final int MINUTE_QUOTA = 45011;
    public static final int OUT_OF_TIME = 45015;
    public static final int OUT_OF_MESSAGES = 45047;
    public static final int BAD_JSON = 47001;
    public static final int BAD_ARGUMENT = 47003;
    public static final int UNAUTHORIZED = 48001;
    public static final int REFUSED_BY_USER = 48002;
    public static final int CLEARINGS_USED_UP = 48006;

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(-1, "system error"),
            Map.entry(INVALID_CREDENTIAL, "invalid credential, access_token is invalid or not latest"),
            Map.entry(BAD_GRANT_TYPE, "invalid grant_type"),
            Map.entry(BAD_APP_ID, "invalid appid"),
            Map.entry(BAD_OPEN_ID, "invalid openid"),
            Map.entry(BAD_MESSAGE_TYPE, "invalid message type"),
            Map.entry(BAD_CODE, "invalid code"),
            Map.entry(BAD_QR_ACTION, "invalid action name"),
            Map.entry(BAD_QR_INFO, "invalid action info"),
            Map.entry(USED_CODE, "code been used"),
            Map.entry(REPEATED, "duplicate message in a short time"),
            Map.entry(EMPTY_TEXT, "empty content"),
            Map.entry(TEXT_TOO_LONG, "content size out of limit"),
            Map.entry(CLEARINGS_USED_UP, "forbid to clear quota because of reaching the limit"),
            Map.entry(BAD_TEMPLATE_ID, "invalid template_id"),
            Map.entry(BAD_URL, "invalid url"),
            Map.entry(BAD_SECRET, "invalid appsecret"),
            Map.entry(40164, "invalid ip, not in whitelist"),
            Map.entry(40243, "appsecret is frozen"),
            Map.entry(TOKEN_MISSING, "access_token missing"),
            Map.entry(APP_ID_MISSING, "appid missing"),
            Map.entry(SECRET_MISSING, "appsecret missing"),
            Map.entry(TOKEN_EXPIRED, "access_token expired"),
            Map.entry(GET_REQUIRED, "require GET method"),
            Map.entry(POST_REQUIRED, "require POST method"),
            Map.entry(NOT_FOLLOWING, "require subscribe"),
            Map.entry(BLACKLISTED, "require remove blacklist"),
            Map.entry(NO_CONSENT, "user refuse to accept the msg"),
            Map.entry(DAILY_QUOTA, "reach max api daily quota limit"),
            Map.entry(MINUTE_QUOTA, "api minute-quota reach limit, must slower, retry next minute"),
            Map.entry(OUT_OF_TIME, "response out of time limit or subscription is canceled"),
            Map.entry(OUT_OF_MESSAGES, "out of response count limit"),
            Map.entry(BAD_JSON, "data format error"),
            Map.entry(BAD_ARGUMENT, "argument invalid!"),
            Map.entry(REFUSED_BY_USER, "user refuse to accept the msg"),
            Map.entry(UNAUTHORIZED, "api unauthorized"),
            Map.entry(50002, "user limited"));

    private final int code;
    private final String text;

    public PlatformError(int code) {
        this(code, TEXTS.getOrDefault(code, "simulated error"));
    }

    public PlatformError(int code, String text) {
        super("errcode " + code, null, false, false);
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}

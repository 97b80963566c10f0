package io.zhengxun.standalone.simulator.platform;

import java.util.Map;

/** The platform refuses a call with one of its codes (wechat-platform.md 5, 6.5, 10). */
final class PlatformError extends RuntimeException {

    static final int INVALID_CREDENTIAL = 40001;
    static final int BAD_GRANT_TYPE = 40002;
    static final int BAD_APP_ID = 40013;
    static final int BAD_URL = 40066;
    static final int BAD_SECRET = 40125;
    static final int TOKEN_MISSING = 41001;
    static final int APP_ID_MISSING = 41002;
    static final int SECRET_MISSING = 41004;
    static final int TOKEN_EXPIRED = 42001;
    static final int GET_REQUIRED = 43001;
    static final int POST_REQUIRED = 43002;
    static final int DAILY_QUOTA = 45009;
    static final int BAD_JSON = 47001;

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(-1, "system error"),
            Map.entry(INVALID_CREDENTIAL, "invalid credential, access_token is invalid or not latest"),
            Map.entry(BAD_GRANT_TYPE, "invalid grant_type"),
            Map.entry(BAD_APP_ID, "invalid appid"),
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
            Map.entry(DAILY_QUOTA, "reach max api daily quota limit"),
            Map.entry(45011, "api minute-quota reach limit, must slower, retry next minute"),
            Map.entry(BAD_JSON, "data format error"),
            Map.entry(48001, "api unauthorized"),
            Map.entry(50002, "user limited"));

    private final int code;

    PlatformError(int code) {
        super("errcode " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    String text() {
        return TEXTS.getOrDefault(code, "simulated error");
    }
}

package io.zhengxun.admin.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie by which pages keep their session: no script reads it, no other site sends it, and it goes over TLS if we do. */
public final class SessionCookie {

    static final String NAME = "zhengxun-session";

    private SessionCookie() {}

    public static Optional<Token> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue).map(Token::new);
    }

    static String with(Token token, HttpServletRequest request, Duration longest) {
        return cookie(token.text(), request, longest);
    }

    static String none(HttpServletRequest request) {
        return cookie("", request, Duration.ZERO);
    }

    private static String cookie(String value, HttpServletRequest request, Duration age) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}

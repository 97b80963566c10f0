package io.zhengxun.bot.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A page as it is sent.
 *
 * @param askingConsent whether it uses WeChat's own tag, which needs WeChat's script
 */
record Page(byte[] html, boolean askingConsent) {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'";

    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("Content-Security-Policy", policy());
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }

    /** Nothing from elsewhere, and no script at all: where the tag is, WeChat's script and what that draws. */
    private String policy() {
        return askingConsent
                ? POLICY + " 'unsafe-inline'; script-src 'self' https://res.wx.qq.com; connect-src https://res.wx.qq.com;"
                        + " img-src 'self' data: https://res.wx.qq.com; frame-src https://res.wx.qq.com"
                : POLICY;
    }
}

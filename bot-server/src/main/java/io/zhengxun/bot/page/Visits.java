package io.zhengxun.bot.page;

import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.wechat.WebLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds out who looks: from the visit that the browser remembers, else by way of WeChat (wechat-platform 8.1). */
@Component
class Visits {

    private static final String VISIT = "zhengxun-visit";
    private static final String ASKING = "zhengxun-asking";
    private static final String PAGES = "/m";
    /** As long as WeChat's code works. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);
    private static final int STATE_BYTES = 16;

    private final WebLogin login;
    private final SealedCookie cookies;
    private final PublicAddress address;
    private final PageSettings settings;
    private final SecureRandom random = new SecureRandom();

    Visits(WebLogin login, SealedCookie cookies, PublicAddress address, PageSettings settings) {
        this.login = login;
        this.cookies = cookies;
        this.address = address;
        this.settings = settings;
    }

    Optional<Visit> current(HttpServletRequest request) {
        return cookies.read(VISIT, request)
                .filter(values -> values.size() == 2)
                .map(values -> new Visit(new OpenId(values.get(0)), new Place(values.get(1))));
    }

    /**
     * Leads to WeChat, which leads back to that page and nowhere else: what is asked for stands in the path, and the
     * state is this browser's.
     *
     * @throws PagesNotSetUp without a public address, to which WeChat could lead back
     */
    ResponseEntity<byte[]> ask(Place place) {
        String page = address.of(place.path()).orElseThrow(PagesNotSetUp::new);
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = HexFormat.of().formatHex(bytes);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(login.address(URI.create(page + "/visitor"), state))
                .header(HttpHeaders.SET_COOKIE, asking(place, state).toString())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /**
     * Takes WeChat's answer.
     *
     * @return the cookie of the visit; empty if this browser did not ask, or the code does not work
     * @throws io.zhengxun.wechat.WeChatFailure if WeChat does not say who it is
     */
    Optional<ResponseCookie> answered(Place place, String code, String state, HttpServletRequest request) {
        boolean asked = cookies.read(ASKING, request)
                .map(values -> MessageDigest.isEqual(bytes(values.get(0)), bytes(state)))
                .orElse(false);
        return (asked ? login.whose(code) : Optional.<OpenId>empty()).map(viewer ->
                cookies.make(VISIT, PAGES, settings.visit(), List.of(viewer.value(), place.path())));
    }

    ResponseCookie answeredOnce(Place place) {
        return cookies.remove(ASKING, place.path());
    }

    private ResponseCookie asking(Place place, String state) {
        return cookies.make(ASKING, place.path(), ANSWERED_WITHIN, List.of(state));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

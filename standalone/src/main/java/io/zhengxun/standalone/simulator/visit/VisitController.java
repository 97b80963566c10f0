package io.zhengxun.standalone.simulator.visit;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Opens pages as the user of a phone, and tells a page's server by a code who that is. */
@RestController
@RequestMapping("/simulator")
class VisitController {

    /** What the page gave the platform's own page. */
    record Wish(String appid, String redirect_uri, String response_type, String scope, String state) {}

    /** Holds whose phone the last page was opened on; sent to the platform's own page only. */
    static final String COOKIE = "simulated-phone";

    private static final String OWN_PATH = "/simulator/open";
    private static final List<String> SCOPES = List.of("snsapi_base", "snsapi_userinfo");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9]{0,128}");

    private final Phones phones;
    private final Accounts accounts;
    private final VisitCodes codes;

    VisitController(Phones phones, Accounts accounts, VisitCodes codes) {
        this.phones = phones;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** The user taps a message that has a link: from now on this browser is that phone's. */
    @GetMapping("/phones/{openId}/messages/{number}/link")
    ResponseEntity<Void> tap(@PathVariable String openId, @PathVariable long number) {
        Phone phone = phones.of(openId);
        String link = phone.linkOf(number).orElseThrow(() -> new SimulatorRefusal(HttpStatus.NOT_FOUND, "no-link"));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, phone.openId())
                .path(OWN_PATH)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(link))
                .build();
    }

    /** The platform's own page: for the scope snsapi_base it shows nothing and leads back at once. */
    @GetMapping("/open/connect/oauth2/authorize")
    ResponseEntity<String> authorize(
            Wish wish,
            @CookieValue(name = COOKIE, defaultValue = "") String tapped,
            @RequestParam(defaultValue = "") String phone) {
        Optional<URI> back = OwnPages.find(wish.redirect_uri());
        if (!accounts.mp().appId().equals(wish.appid())) {
            return refused("appid 参数错误", 10013);
        }
        if (back.isEmpty()) {
            return refused("redirect_uri 域名与后台配置不一致", 10003);
        }
        boolean known = "code".equals(wish.response_type()) && wish.scope() != null && SCOPES.contains(wish.scope());
        if (!known || wish.state() != null && !STATE.matcher(wish.state()).matches()) {
            return refused("scope 或 state 参数错误", 10005);
        }
        return phones.find(phone.isEmpty() ? tapped : phone)
                .map(user -> ledBack(back.get(), user, wish.state()))
                .orElseGet(() -> refused("请在微信客户端打开链接（从模拟器的手机里点开）", 0));
    }

    private ResponseEntity<String> ledBack(URI back, Phone user, String state) {
        URI target = UriComponentsBuilder.fromUri(back)
                .queryParam("code", codes.issue(user.openId()))
                .queryParam("state", state == null ? "" : state)
                .build(true)
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(target).build();
    }

    private static ResponseEntity<String> refused(String why, int code) {
        String page = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>微信</title><h1>无法打开</h1><p>" + why
                + (code == 0 ? "" : "（错误码 " + code + "）") + "</p></html>";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }
}

package io.zhengxun.bot.page;

import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.wechat.WeChatFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a notice's link. Ids can be guessed: what they name is shown to its recipient and to nobody else. */
@RestController
@RequestMapping("/m/notices/{id:\\d{1,18}}")
class NoticePageController {

    private static final Logger LOG = LoggerFactory.getLogger(NoticePageController.class);

    private final Visits visits;
    private final ShownNotices notices;
    private final Acknowledging acknowledging;
    private final NoticePages pages;
    private final PageLimits limits;
    private final Vault vault;

    NoticePageController(
            Visits visits,
            ShownNotices notices,
            Acknowledging acknowledging,
            NoticePages pages,
            PageLimits limits,
            Vault vault) {
        this.visits = visits;
        this.notices = notices;
        this.acknowledging = acknowledging;
        this.pages = pages;
        this.limits = limits;
        this.vault = vault;
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable long id, HttpServletRequest request) {
        if (!limits.permit(request.getRemoteAddr())) {
            return said(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        Optional<Visit> visit = visits.current(request);
        Optional<ShownNotice> shown = visit.flatMap(one -> notices.find(id, one.viewer()));
        if (shown.isPresent()) {
            return page(HttpStatus.OK, pages.of(shown.get(), token(shown.get())));
        }
        // Another person's phone, or another account on it: WeChat is asked once more, for this notice.
        boolean asked = visit.isPresent() && visit.get().askedFor().equals(Place.ofNotice(id));
        return asked ? said(HttpStatus.NOT_FOUND, "nothing") : visits.ask(Place.ofNotice(id));
    }

    /** WeChat leads back here. */
    @GetMapping("/visitor")
    ResponseEntity<byte[]> visitor(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        if (!limits.permit(request.getRemoteAddr())) {
            return said(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        Optional<ResponseCookie> visit = visits.answered(Place.ofNotice(id), code, state, request);
        if (visit.isEmpty() && visits.current(request).isEmpty()) {
            return page(HttpStatus.BAD_REQUEST, pages.saying("open-again", "../../page.css"));
        }
        // Some phones open this address twice: the second time the code is used, and the visit there.
        ResponseEntity.BodyBuilder back = ResponseEntity.status(HttpStatus.FOUND).location(URI.create("../" + id));
        visit.ifPresent(cookie -> back.header(
                HttpHeaders.SET_COOKIE, cookie.toString(), visits.answeredOnce(Place.ofNotice(id)).toString()));
        return back.cacheControl(CacheControl.noStore()).build();
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<byte[]> acknowledge(
            @PathVariable long id, @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        if (!limits.permit(request.getRemoteAddr())) {
            return said(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        Optional<ShownNotice> shown =
                visits.current(request).flatMap(visit -> notices.find(id, visit.viewer()));
        // Where the visit ended meanwhile, the page asks who it is, and shows the button again.
        shown.filter(one -> isTokenOf(one, token))
                .ifPresent(one -> acknowledging.acknowledge(one, request.getRemoteAddr()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("../" + id))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> absent(Absent nothing) {
        return said(HttpStatus.NOT_FOUND, "nothing");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notSetUp(PagesNotSetUp flaw) {
        LOG.error("A page was asked for and cannot be shown: PUBLIC_BASE_URL is not set.");
        return said(HttpStatus.SERVICE_UNAVAILABLE, "later");
    }

    /** Without the failure's message: a database names the values that it chokes on (Q6). */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException failure) {
        LOG.error("A page could not be shown; the person was asked to come again. Cause: {}",
                failure instanceof WeChatFailure ? failure.getMessage() : failure.getClass().getName());
        return said(HttpStatus.SERVICE_UNAVAILABLE, "later");
    }

    /** Shows that the form was taken from this person's page of this notice; another site cannot know it. */
    private String token(ShownNotice shown) {
        String subject = shown.notice().id() + "|" + shown.viewer().value();
        return HexFormat.of().formatHex(vault.fingerprint("page-form", subject));
    }

    private boolean isTokenOf(ShownNotice shown, String token) {
        return MessageDigest.isEqual(
                token(shown).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> said(HttpStatus status, String key) {
        return page(status, pages.saying(key));
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, Page page) {
        return ResponseEntity.status(status).headers(page.headers()).body(page.html());
    }
}

package io.zhengxun.bot.page;

import io.zhengxun.bot.own.KeptData;
import io.zhengxun.bot.own.KeptData.Kept;
import io.zhengxun.wechat.WeChatFailure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is kept about who looks, unmasked, to read and to take along (PIPL 45). The address is the same for all; WeChat says who it
 * is, and this anew for each visit that began for another page.
 */
@RestController
@RequestMapping("/m/own")
class OwnDataController {

    private static final Logger LOG = LoggerFactory.getLogger(OwnDataController.class);
    private static final String STYLE = "page.css";

    private final Visits visits;
    private final KeptData data;
    private final OwnDataContent content;
    private final NoticePages pages;
    private final PageLimits limits;

    OwnDataController(Visits visits, KeptData data, OwnDataContent content, NoticePages pages, PageLimits limits) {
        this.visits = visits;
        this.data = data;
        this.content = content;
        this.pages = pages;
        this.limits = limits;
    }

    @GetMapping
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return toViewer(request, kept -> page(HttpStatus.OK, content.page(kept)));
    }

    /** The same for programs. */
    @GetMapping("/data.json")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        return toViewer(request, kept -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("zhengxun-data.json").build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content.json(kept)));
    }

    /** WeChat leads back here. */
    @GetMapping("/visitor")
    ResponseEntity<byte[]> visitor(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        if (!limits.permit(request.getRemoteAddr())) {
            return said(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        Optional<ResponseCookie> visit = visits.answered(Place.OWN_DATA, code, state, request);
        if (visit.isEmpty() && own(request).isEmpty()) {
            return page(HttpStatus.BAD_REQUEST, pages.saying("open-again", "../" + STYLE));
        }
        ResponseEntity.BodyBuilder back = ResponseEntity.status(HttpStatus.FOUND).location(URI.create("../own"));
        visit.ifPresent(cookie -> back.header(
                HttpHeaders.SET_COOKIE, cookie.toString(), visits.answeredOnce(Place.OWN_DATA).toString()));
        return back.cacheControl(CacheControl.noStore()).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notSetUp(PagesNotSetUp flaw) {
        LOG.error("A page was asked for and cannot be shown: PUBLIC_BASE_URL is not set.");
        return said(HttpStatus.SERVICE_UNAVAILABLE, "later");
    }

    /** Without the failure's message: a database names the values that it chokes on (Q6). */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException failure) {
        LOG.error("A person's own data could not be shown; the person was asked to come again. Cause: {}",
                failure instanceof WeChatFailure ? failure.getMessage() : failure.getClass().getName());
        return said(HttpStatus.SERVICE_UNAVAILABLE, "later");
    }

    private ResponseEntity<byte[]> toViewer(HttpServletRequest request, Function<Kept, ResponseEntity<byte[]>> answer) {
        if (!limits.permit(request.getRemoteAddr())) {
            return said(HttpStatus.TOO_MANY_REQUESTS, "busy");
        }
        return own(request).map(visit -> answer.apply(data.of(visit.viewer()))).orElseGet(() -> visits.ask(Place.OWN_DATA));
    }

    /** A visit to a notice's page may be another person's, to whom a phone was lent. */
    private Optional<Visit> own(HttpServletRequest request) {
        return visits.current(request).filter(visit -> visit.askedFor().equals(Place.OWN_DATA));
    }

    private ResponseEntity<byte[]> said(HttpStatus status, String key) {
        return page(status, pages.saying(key, STYLE));
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, Page page) {
        return ResponseEntity.status(status).headers(page.headers()).body(page.html());
    }
}

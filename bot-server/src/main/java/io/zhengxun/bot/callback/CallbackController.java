package io.zhengxun.bot.callback;

import io.zhengxun.bot.limit.AddressLimits;
import io.zhengxun.bot.wechat.BadMessage;
import io.zhengxun.bot.wechat.ForeignAppId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Where WeChat verifies the address and pushes messages and events. */
@RestController
@RequestMapping("/wechat/callback/{appId}")
class CallbackController {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackController.class);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    /** WeChat waits 5 s. */
    private static final Duration WECHAT_HANGS_UP = Duration.ofSeconds(6);

    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final CallbackDoors doors;
    private final PushBodies bodies;
    private final ReceiptDesk receipts;
    private final Inbox inbox;
    private final CallbackSettings settings;
    private final AddressLimits addresses;

    CallbackController(
            CallbackDoors doors,
            PushBodies bodies,
            ReceiptDesk receipts,
            Inbox inbox,
            CallbackSettings settings,
            AddressLimits addresses) {
        this.doors = doors;
        this.bodies = bodies;
        this.receipts = receipts;
        this.inbox = inbox;
        this.settings = settings;
        this.addresses = addresses;
    }

    @GetMapping
    ResponseEntity<byte[]> verify(@PathVariable String appId, HttpServletRequest request) {
        return body(HttpStatus.OK, TEXT, doors.of(appId).echo(PushQuery.of(request)));
    }

    /**
     * The whole way of a message; what each step refuses is rendered below.
     *
     * @return the answer, or silence where WeChat has to push a report again
     */
    @PostMapping
    Object receive(@PathVariable String appId, HttpServletRequest request) {
        Deadline deadline = Deadline.in(settings.deadline());
        CallbackDoor door = doors.of(appId);
        PushQuery query = PushQuery.of(request);
        byte[] body = bodies.read(request, door.vouchesFor(query));
        Letter letter = door.open(query, body);
        if (!receipts.taken(door.source(), letter, deadline)) {
            return silence();
        }
        String text = receipts.isAll(door.source(), letter) ? "" : inbox.answer(letter, deadline);
        return text.isEmpty()
                ? body(HttpStatus.OK, TEXT, "success")
                : ResponseEntity.ok().contentType(XML).body(door.reply(letter, text));
    }

    /**
     * No answer at all, without a thread waiting: then WeChat hangs up and pushes again. What it makes of an answer that tells of
     * an error is not documented (wechat-platform 1.6).
     */
    private static DeferredResult<ResponseEntity<byte[]>> silence() {
        return new DeferredResult<>(
                WECHAT_HANGS_UP.toMillis(), () -> body(HttpStatus.SERVICE_UNAVAILABLE, TEXT, "not taken"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedPush refusal, HttpServletRequest request) {
        return refused(refusal.status(), refusal.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformed(BadMessage flaw, HttpServletRequest request) {
        return refused(HttpStatus.BAD_REQUEST, flaw.getMessage(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> foreign(ForeignAppId foreign, HttpServletRequest request) {
        return refused(HttpStatus.FORBIDDEN, foreign.getMessage(), request);
    }

    /** Nothing can be said in the chat here; WeChat will push again. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException failure) {
        FailureLog.failed(failure);
        return body(HttpStatus.INTERNAL_SERVER_ERROR, TEXT, "error");
    }

    /**
     * Only refused requests are limited by the address they come from: a guesser has one of one's own, while pushes that verify
     * all come from WeChat's addresses, and limiting those would silence everybody.
     */
    private ResponseEntity<byte[]> refused(HttpStatus status, String reason, HttpServletRequest request) {
        Duration wait = addresses.refused(request.getRemoteAddr());
        if (!wait.isZero()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                    .contentType(TEXT)
                    .body("too many refused requests".getBytes(StandardCharsets.UTF_8));
        }
        LOG.info("A callback was refused with {}: {}.", status.value(), reason);
        return body(status, TEXT, reason);
    }

    private static ResponseEntity<byte[]> body(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(type)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

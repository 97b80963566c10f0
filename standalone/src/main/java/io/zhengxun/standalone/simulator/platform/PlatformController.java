package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.platform.PlatformApi.Request;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The platform's API over HTTP: the status is 200 for errors too. */
@RestController
@RequestMapping("/simulator")
class PlatformController {

    private static final int LARGEST_BODY = 1 << 20;
    private static final String PREFIX = "/simulator/api";

    private final PlatformApi api;
    private final AccountDesk desk;

    PlatformController(PlatformApi api, AccountDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** A response, or one that comes later: no thread is changed, and none held, for the sake of either. */
    @RequestMapping("/api/**")
    Object call(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        String path = request.getRequestURI().substring(PREFIX.length());
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        PlatformAnswer answer = api.answer(new Request(method, path, query(request.getQueryString()), body));
        if (answer.severed()) {
            Severance.mark(request);
        }
        return answer.delayMillis() == 0
                ? response(answer)
                : CompletableFuture.supplyAsync(() -> response(answer), after(answer.delayMillis()));
    }

    /** A fault that outdates all tokens at this moment (42001). */
    @PostMapping("/faults/expire-tokens")
    ResponseEntity<Void> expireTokens() {
        desk.expireAll();
        return ResponseEntity.noContent().build();
    }

    /** A fault that makes all tokens unknown at this moment (40001). */
    @PostMapping("/faults/forget-tokens")
    ResponseEntity<Void> forgetTokens() {
        desk.forgetAll();
        return ResponseEntity.noContent().build();
    }

    /** Of the address alone: a body that calls itself a form is none to the platform. */
    private static Map<String, String> query(String raw) {
        return UriComponentsBuilder.newInstance().query(raw).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> decoded(parameter.getValue())));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Executor after(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }

    private static ResponseEntity<byte[]> response(PlatformAnswer answer) {
        if (answer.severed()) {
            return ResponseEntity.ok().build();
        }
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.parseMediaType(answer.type()))
                .body(answer.body());
    }
}

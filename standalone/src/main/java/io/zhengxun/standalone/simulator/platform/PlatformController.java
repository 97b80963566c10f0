package io.zhengxun.standalone.simulator.platform;

import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The platform's API over HTTP: the status is 200 for errors too. */
@RestController
@RequestMapping("/simulator")
class PlatformController {

    private static final int LARGEST_BODY = 1 << 20;
    private static final String PREFIX = "/simulator/api";

    private final PlatformApi api;
    private final AccessTokens tokens;
    private final FaultSwitch faults;

    PlatformController(PlatformApi api, AccessTokens tokens, FaultSwitch faults) {
        this.api = api;
        this.tokens = tokens;
        this.faults = faults;
    }

    @RequestMapping("/api/**")
    CompletableFuture<ResponseEntity<Map<String, Object>>> call(
            HttpServletRequest request, @RequestParam Map<String, String> query) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        String path = request.getRequestURI().substring(PREFIX.length());
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        return CompletableFuture.supplyAsync(() -> answered(api.answer(method, path, query, body)), later());
    }

    /** A fault that outdates all tokens at this moment. */
    @PostMapping("/faults/expire-tokens")
    ResponseEntity<Void> expireTokens() {
        tokens.expireAll();
        return ResponseEntity.noContent().build();
    }

    private Executor later() {
        long delay = faults.now().apiDelayMillis();
        return delay == 0 ? Runnable::run : CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS);
    }

    private static ResponseEntity<Map<String, Object>> answered(Map<String, Object> fields) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(fields);
    }
}

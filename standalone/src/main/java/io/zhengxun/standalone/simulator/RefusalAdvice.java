package io.zhengxun.standalone.simulator;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Renders refusals for the page and for scripts. */
@RestControllerAdvice(basePackageClasses = RefusalAdvice.class)
class RefusalAdvice {

    record Rendered(String code) {}

    /** Bad JSON, and values that a record's constructor refuses. */
    @ExceptionHandler
    ResponseEntity<Rendered> unreadable(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest().body(new Rendered("bad-request"));
    }

    @ExceptionHandler
    ResponseEntity<Rendered> refused(SimulatorRefusal refusal) {
        return ResponseEntity.status(refusal.status()).body(new Rendered(refusal.code()));
    }
}

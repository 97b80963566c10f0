package io.zhengxun.admin.export;

import io.zhengxun.admin.problem.ProblemTexts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Before the advice for everything: a problem detail must not be put behind half a workbook. */
@RestControllerAdvice("io.zhengxun.admin")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExportProblems {

    private static final String SECONDS = "10";

    private final ProblemTexts texts;

    ExportProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    /** Thrown on to the container, which then cuts the connection: the client sees a download that failed. */
    @ExceptionHandler
    void broken(BrokenDownload broken) throws BrokenDownload {
        throw broken;
    }

    @ExceptionHandler(ExportsBusy.class)
    ResponseEntity<ProblemDetail> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(texts.problem(HttpStatus.SERVICE_UNAVAILABLE, "export-busy", SECONDS));
    }
}

package io.zhengxun.admin.problem;

import io.zhengxun.registry.account.LogInLocked;
import io.zhengxun.registry.account.LogInRefused;
import io.zhengxun.registry.account.LogInsBusy;
import io.zhengxun.registry.certificate.NumberTaken;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.submission.FileAlreadyHandedIn;
import io.zhengxun.registry.submission.ReceivingInterrupted;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.mybatis.spring.MyBatisSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Renders refusals as problem details. Nothing internal and nothing personal leaves with them or goes to the log. */
@RestControllerAdvice("io.zhengxun.admin")
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String SECONDS = "10";

    private final ProblemTexts texts;
    private final FormProblems forms;

    public Problems(MessageSource messages) {
        this.texts = new ProblemTexts(messages);
        this.forms = new FormProblems(texts, messages);
    }

    @ExceptionHandler
    ProblemDetail parameterRefused(ParameterRefused refusal) {
        return texts.problem(
                HttpStatus.BAD_REQUEST, refusal.code(), refusal.arguments().toArray(String[]::new));
    }

    @ExceptionHandler
    ProblemDetail fileGone(FileGone refusal) {
        return texts.problem(HttpStatus.NOT_FOUND, "file-gone");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        HttpStatus status = status(refusal.kind());
        ProblemDetail problem = texts.told(status, refusal.code(), texts.text(refusal), refusal.rule());
        if (refusal instanceof FieldsRefused fields) {
            problem.setProperty("errors", forms.errors(fields));
        }
        return ResponseEntity.status(status).body(problem);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    @ExceptionHandler
    ProblemDetail formRefused(BindException refusal) {
        return forms.problem(refusal);
    }

    /** Nothing has a key of another type; a parameter is a field like those of forms. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException refusal) {
        boolean inPath = refusal.getParameter().hasParameterAnnotation(PathVariable.class);
        return inPath
                ? refused(new NotFound())
                : ResponseEntity.unprocessableContent().body(forms.problem(refusal.getName(), "type"));
    }

    @ExceptionHandler
    ProblemDetail unreadableJson(HttpMessageNotReadableException refusal) {
        // The reader may wrap what ended the reading.
        return refusal.contains(MaxUploadSizeExceededException.class) ? tooLarge() : forms.problem(refusal);
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableSheet refusal) {
        return texts.told(HttpStatus.UNPROCESSABLE_CONTENT, "sheet-" + refusal.code(), texts.text(refusal), "C6");
    }

    /** One answer, whatever was wrong, also for a name that does not exist. */
    @ExceptionHandler(LogInRefused.class)
    ResponseEntity<ProblemDetail> logInRefused() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhengxun\"")
                .body(texts.problem(HttpStatus.UNAUTHORIZED, "log-in-refused"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> logInLocked(LogInLocked refusal) {
        String seconds = String.valueOf(refusal.retryAfter().plusMillis(999).toSeconds());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(texts.problem(HttpStatus.TOO_MANY_REQUESTS, "log-in-locked", seconds));
    }

    @ExceptionHandler
    ProblemDetail repeated(FileAlreadyHandedIn refusal) {
        ProblemDetail problem = refusal.earlier()
                .map(earlier -> texts.problem(
                        HttpStatus.CONFLICT,
                        "file-already-handed-in",
                        LegalTime.dayOf(earlier.createdAt()).toString(),
                        earlier.number()))
                .orElseGet(() -> texts.problem(HttpStatus.CONFLICT, "file-being-handed-in"));
        refusal.earlier().ifPresent(earlier -> problem.setProperty("submission", earlier.number()));
        problem.setProperty("rule", "C6");
        return problem;
    }

    /** Others stored numbers of the batch at each attempt: the next check says which rows they are in. */
    @ExceptionHandler(NumberTaken.class)
    ProblemDetail numberTaken() {
        ProblemDetail problem = texts.problem(HttpStatus.CONFLICT, "number-taken");
        problem.setProperty("rule", "C5");
        return problem;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ProblemDetail tooLarge() {
        return texts.problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large");
    }

    @ExceptionHandler({MissingServletRequestPartException.class, MultipartException.class})
    ProblemDetail noFile() {
        return texts.problem(HttpStatus.BAD_REQUEST, "no-file");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException refusal) {
        String allowed = Stream.ofNullable(refusal.getSupportedMethods())
                .flatMap(Arrays::stream)
                .collect(Collectors.joining("、"));
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(refusal.getHeaders())
                .body(texts.problem(HttpStatus.METHOD_NOT_ALLOWED, "method", allowed));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongContent(HttpMediaTypeNotSupportedException refusal) {
        List<MediaType> types = refusal.getSupportedMediaTypes();
        ProblemDetail problem = types.equals(List.of(MediaType.MULTIPART_FORM_DATA))
                ? texts.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "no-file")
                : texts.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type");
        return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .headers(refusal.getHeaders())
                .body(problem);
    }

    /** The database is away, restarts, or is too busy: nothing was stored, and later it may work. */
    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        CannotCreateTransactionException.class,
        ReceivingInterrupted.class,
        LogInsBusy.class
    })
    ResponseEntity<ProblemDetail> unavailable(RuntimeException e) {
        log.warn("A request is answered with 503; nothing of it is stored. {}", Traces.of(e));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(texts.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", SECONDS));
    }

    /** Outside of a transaction, MyBatis hides a connection that cannot be had in an exception of its own. */
    @ExceptionHandler({MyBatisSystemException.class, PersistenceException.class})
    ResponseEntity<ProblemDetail> queryFailed(RuntimeException e) {
        return Outage.isBehind(e) ? unavailable(e) : anythingElse(e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception e) {
        HttpStatusCode status = e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            log.error("A request failed and is answered with 500. {}", Traces.of(e));
            return ResponseEntity.internalServerError()
                    .body(texts.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal"));
        }
        ProblemDetail problem = texts.problem(HttpStatus.BAD_REQUEST, "request");
        problem.setStatus(status.value());
        HttpHeaders headers = e instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return ResponseEntity.status(status).headers(headers).body(problem);
    }
}

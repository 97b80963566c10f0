package io.zhengxun.admin.problem;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Renders refusals as problem details. */
@RestControllerAdvice
public class Problems {

    private final MessageSource messages;

    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail parameterRefused(ParameterRefused refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, text("problem." + refusal.code(), refusal.arguments().toArray()));
        problem.setTitle(text("problem.title.parameter"));
        problem.setProperty("code", refusal.code());
        return problem;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

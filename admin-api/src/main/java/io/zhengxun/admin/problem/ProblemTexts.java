package io.zhengxun.admin.problem;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Makes problem details (RFC 9457): Chinese texts and a stable {@code code}. */
@Component
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param code stable name; its text is the message {@code problem.<code>}, the title that of the status */
    public ProblemDetail problem(HttpStatusCode status, String code, String... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text("problem." + code, (Object[]) arguments));
        problem.setTitle(text("problem.title." + status.value()));
        problem.setProperty("code", code);
        return problem;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

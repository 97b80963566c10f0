package io.zhengxun.admin.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
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
        return told(status, code, text("problem." + code, (Object[]) arguments), "");
    }

    /**
     * @param detail the text as people read it
     * @param rule id of the rulebook's rule that says so; empty if none does
     */
    public ProblemDetail told(HttpStatusCode status, String code, String detail, String rule) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:zhengxun:problem:" + code));
        problem.setTitle(text("problem.title." + status.value()));
        problem.setProperty("code", code);
        if (!rule.isEmpty()) {
            problem.setProperty("rule", rule);
        }
        return problem;
    }

    String text(MessageSourceResolvable text) {
        return messages.getMessage(text, Locale.SIMPLIFIED_CHINESE);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}

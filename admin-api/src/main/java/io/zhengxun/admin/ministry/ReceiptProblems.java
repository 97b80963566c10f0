package io.zhengxun.admin.ministry;

import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.admin.problem.ProblemTexts;
import io.zhengxun.registry.submission.ministry.ReceiptFlaw;
import io.zhengxun.registry.submission.ministry.ReceiptsRefused;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Before the advice for everything: a refused file of receipts is told row by row. */
@RestControllerAdvice("io.zhengxun.admin.ministry")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReceiptProblems {

    /** A file whose columns are mixed up has an error in each of 100,000 rows; nobody reads on from here. */
    private static final int MOST_ERRORS = 10_000;

    private final ProblemTexts texts;
    private final MessageSource messages;

    ReceiptProblems(ProblemTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    @Schema(name = "回执错误")
    record RowError(int row, String field, String rule, String code, String reason) {}

    @ExceptionHandler
    ProblemDetail refused(ReceiptsRefused refusal) {
        List<ReceiptFlaw> flaws = refusal.flaws();
        ProblemDetail problem = texts.told(
                HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), text(refusal), refusal.rule());
        problem.setProperty("errorCount", flaws.size());
        problem.setProperty("errors", flaws.stream().limit(MOST_ERRORS).map(this::error).toList());
        if (flaws.size() > MOST_ERRORS) {
            Object[] figures = {String.valueOf(flaws.size()), String.valueOf(MOST_ERRORS)};
            problem.setProperty(
                    "note", messages.getMessage("ministry.too-many-errors", figures, Locale.SIMPLIFIED_CHINESE));
        }
        return problem;
    }

    private RowError error(ReceiptFlaw flaw) {
        return new RowError(
                flaw.rowNo(), flaw.field().header(), flaw.flaw().rule(), flaw.flaw().code(), text(flaw.flaw()));
    }

    private String text(MessageSourceResolvable what) {
        return messages.getMessage(what, Locale.SIMPLIFIED_CHINESE);
    }
}

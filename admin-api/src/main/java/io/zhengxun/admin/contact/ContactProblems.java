package io.zhengxun.admin.contact;

import io.zhengxun.admin.problem.ProblemTexts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what to do when WeChat does not answer; before the advice for everything. */
@RestControllerAdvice("io.zhengxun.admin")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContactProblems {

    private final ProblemTexts texts;

    ContactProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    /** Another one is at fault, and our database is well: not 503. */
    @ExceptionHandler(WeChatAway.class)
    ProblemDetail weChatAway() {
        return texts.problem(HttpStatus.BAD_GATEWAY, "wechat-away");
    }
}

package io.zhengxun.notifier.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.wechat.ApiError;
import io.zhengxun.wechat.ErrorClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsTest {

    @ParameterizedTest
    @CsvSource({
        "TOKEN,          TRANSIENT,      TRANSIENT",
        "TRANSIENT,      TRANSIENT,      TRANSIENT",
        "BUSY,           TRANSIENT,      UNKNOWN",
        "UNKNOWN,        UNKNOWN,        UNKNOWN",
        "RATE,           RATE,           RATE",
        "QUOTA,          QUOTA,          QUOTA",
        "RECIPIENT_RATE, RECIPIENT_RATE, RECIPIENT_RATE",
        "NOT_FOLLOWING,  NOT_FOLLOWING,  NOT_FOLLOWING",
        "NO_CONSENT,     NO_CONSENT,     NO_CONSENT",
        "RECIPIENT,      RECIPIENT,      RECIPIENT",
        "CONTENT,        CONTENT,        CONTENT",
        "UNFORESEEN,     CONTENT,        CONTENT",
        "TEMPLATE,       TEMPLATE,       TEMPLATE",
        "ACCOUNT,        ACCOUNT,        ACCOUNT"
    })
    void only_what_recognises_a_repeat_may_be_repeated_when_the_platform_was_busy(
            ErrorClass kind, Result recognising, Result other) {
        ApiError error = new ApiError(kind, "4711", "rid1");
        assertThat(Results.of(error, Route.TEMPLATE)).isEqualTo(new Outcome(recognising, "4711", "", "rid1"));
        assertThat(Results.of(error, Route.SUBSCRIPTION)).isEqualTo(new Outcome(other, "4711", "", "rid1"));
        assertThat(Results.of(error, Route.MINI)).isEqualTo(new Outcome(other, "4711", "", "rid1"));
    }

    @ParameterizedTest
    @EnumSource
    void every_class_of_errors_ends_the_try(ErrorClass kind) {
        assertThat(Results.of(new ApiError(kind, "", ""), Route.TEMPLATE).result()).isNotEqualTo(Result.ACCEPTED);
    }
}

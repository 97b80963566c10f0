package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.wechat.ApiError;
import io.zhengxun.wechat.ErrorClass;

/** What WeChat's classes of errors mean for a notice. */
final class Results {

    private Results() {}

    static Outcome of(ApiError error, Route route) {
        return of(error, route.recognisesRepeats());
    }

    /** @param recognisesRepeats whether the platform knows a message that it has taken already */
    static Outcome of(ApiError error, boolean recognisesRepeats) {
        return new Outcome(result(error.kind(), recognisesRepeats), error.code(), "", error.requestId());
    }

    private static Result result(ErrorClass kind, boolean recognisesRepeats) {
        return switch (kind) {
            // A token that was refused twice may be good the next minute; a wrong secret has codes of its own.
            case TRANSIENT, TOKEN -> Result.TRANSIENT;
            case BUSY -> recognisesRepeats ? Result.TRANSIENT : Result.UNKNOWN;
            case UNKNOWN -> Result.UNKNOWN;
            case RATE -> Result.RATE;
            case QUOTA -> Result.QUOTA;
            case RECIPIENT_RATE -> Result.RECIPIENT_RATE;
            case NOT_FOLLOWING -> Result.NOT_FOLLOWING;
            case NO_CONSENT -> Result.NO_CONSENT;
            case RECIPIENT -> Result.RECIPIENT;
            // Of an unknown code only this is known, that the message did not go out (6.5).
            case CONTENT, UNFORESEEN -> Result.CONTENT;
            case TEMPLATE -> Result.TEMPLATE;
            case ACCOUNT -> Result.ACCOUNT;
        };
    }
}

package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.notifier.channel.Outcome.Result;
import io.zhengxun.registry.notice.Recipient;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Recipients in a row whom WeChat does not know: one has a wrong openid; of many the openids are right and the account is the
 * wrong one, e.g. since another AppID was set (wechat-platform 6.5).
 */
final class Strangers {

    private static final String UNKNOWN_OPENID = "40003";

    /** What it says only of openids of this account. */
    private static final Set<Result> KNOWN = EnumSet.of(Result.ACCEPTED, Result.NOT_FOLLOWING, Result.NO_CONSENT);

    private final int many;
    private final Set<Recipient> inARow = new HashSet<>();

    Strangers(int many) {
        this.many = many;
    }

    /** The outcome as it is, or as a refusal of the account if it is one too many of them; then counting begins anew. */
    synchronized Outcome judged(Recipient recipient, Outcome outcome) {
        if (KNOWN.contains(outcome.result())) {
            inARow.clear();
        }
        if (outcome.result() != Result.RECIPIENT || !outcome.code().equals(UNKNOWN_OPENID)) {
            return outcome;
        }
        inARow.add(recipient);
        if (inARow.size() < many) {
            return outcome;
        }
        inARow.clear();
        return new Outcome(Result.ACCOUNT, outcome.code(), "", outcome.requestId());
    }
}

package io.zhengxun.registry.notice.delivery;

import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker did with a notice.
 *
 * @param notice as it was claimed
 * @param attempt null if nothing was tried
 * @param decisions in their order; all of this notice
 * @throws IllegalArgumentException for a turn that cannot follow the notice's state
 */
public record Handled(Notice notice, Attempt attempt, Turn turn, List<Noted> decisions) {

    public Handled {
        if (!turn.step().isPossibleFrom(notice.state())) {
            throw new IllegalArgumentException(
                    "Notice " + notice.id() + " is " + notice.state() + ", from where nothing leads to " + turn.step());
        }
    }

    public static Handled of(Notice notice, Turn turn, Decision decision, String detail) {
        return new Handled(notice, null, turn, List.of(new Noted(notice.id(), decision, detail)));
    }

    /**
     * On to the next channel, or to the end of the chain.
     *
     * @param attempt null if nothing was tried
     */
    public static Handled onward(Notice notice, Attempt attempt, Reason reason, Instant now) {
        Turn turn = Turn.onward(notice, reason.why(), now);
        List<Noted> decisions = new ArrayList<>();
        if (reason.decision() != null) {
            decisions.add(new Noted(notice.id(), reason.decision(), reason.detail()));
        }
        NoticeState to = turn.step().to();
        if (to == NoticeState.QUEUED) {
            decisions.add(new Noted(notice.id(), Decision.FELL_BACK,
                    notice.channel() + " " + turn.channel() + " " + reason.why()));
        } else if (to == NoticeState.GAVE_UP) {
            decisions.add(new Noted(notice.id(), Decision.GAVE_UP, reason.why()));
        }
        return new Handled(notice, attempt, turn, decisions);
    }

    /**
     * Why a channel did not do.
     *
     * @param why a code, which becomes the cause where no channel is left
     * @param decision null where the try itself says it
     * @param detail of the decision
     */
    public record Reason(String why, Decision decision, String detail) {

        public static Reason of(Decision decision, String detail) {
            return new Reason(decision.name(), decision, detail);
        }

        public static Reason of(String why) {
            return new Reason(why, null, "");
        }
    }
}

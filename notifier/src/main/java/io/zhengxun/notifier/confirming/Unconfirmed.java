package io.zhengxun.notifier.confirming;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.Handled.Reason;
import io.zhengxun.registry.notice.delivery.NoticeOutcomes;
import io.zhengxun.registry.notice.delivery.SentNotices;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Notices that a channel accepted and did not confirm in time go on to the next channel; so do those that may have arrived by a
 * channel that never confirms anything. Without a next channel they end in the work list.
 */
@Component
class Unconfirmed {

    private static final int PIECE = 20;
    private static final String IN_DOUBT = "UNCONFIRMED IN_DOUBT";

    private final SentNotices sent;
    private final NoticeOutcomes outcomes;
    private final FollowerCheck followers;
    private final ConfirmingSettings settings;
    private final Clock clock;

    Unconfirmed(SentNotices sent, NoticeOutcomes outcomes, FollowerCheck followers, ConfirmingSettings settings, Clock clock) {
        this.sent = sent;
        this.outcomes = outcomes;
        this.followers = followers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many there were */
    int round() {
        int found = 0;
        for (Channel channel : Channel.values()) {
            List<Notice> late = sent.unconfirmed(channel, settings.batch(), settings.lease());
            if (!late.isEmpty()) {
                moveOn(late);
            }
            found += late.size();
        }
        return found;
    }

    /** In small pieces and well within the lease, whatever WeChat does: else another worker would take and ask the same again. */
    private void moveOn(List<Notice> late) {
        FollowerCheck.Asking asking = followers.asking(settings.lease().dividedBy(4));
        for (int from = 0; from < late.size(); from += PIECE) {
            outcomes.record(late.subList(from, Math.min(from + PIECE, late.size())).stream()
                    .map(notice -> onward(notice, asking))
                    .toList());
        }
    }

    private Handled onward(Notice notice, FollowerCheck.Asking asking) {
        boolean left = notice.channel() == Channel.TEMPLATE && asking.hasLeft(notice);
        Decision decision = left ? Decision.NOT_FOLLOWING : Decision.UNCONFIRMED;
        // What was accepted and what may not even have been differ for whoever phones.
        String why = !left && notice.doubtAt() != null ? IN_DOUBT : decision.name();
        return Handled.onward(notice, null, new Reason(why, decision, notice.channel().name()), clock.instant());
    }
}

package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.dispatch.Reach.Reached;
import io.zhengxun.notifier.telling.Truth.Verdict;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.delivery.HandedOverNotices;
import io.zhengxun.registry.notice.delivery.Handled;
import io.zhengxun.registry.notice.delivery.Handled.Reason;
import io.zhengxun.registry.notice.delivery.Tries;
import io.zhengxun.registry.notice.delivery.Turn;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides of claimed notices of one channel which may go out now; what is decided of the others goes to their record. */
@Component
class Preparing {

    /** Its version then. */
    private static final int FIRST_CLAIMED = 1;

    private final Truths truths;
    private final Reach reach;
    private final HandedOverNotices handedOver;
    private final Consents consents;
    private final Couriers couriers;
    private final Stops stops;
    private final QuietHours quiet;
    private final OutcomeRules rules;
    private final Tries tries;
    private final Clock clock;

    Preparing(Truths truths, Reach reach, HandedOverNotices handedOver, Consents consents, Couriers couriers, Stops stops,
            QuietHours quiet, OutcomeRules rules, Tries tries, Clock clock) {
        this.truths = truths;
        this.reach = reach;
        this.handedOver = handedOver;
        this.consents = consents;
        this.couriers = couriers;
        this.stops = stops;
        this.quiet = quiet;
        this.rules = rules;
        this.tries = tries;
        this.clock = clock;
    }

    record Prepared(List<Ready> ready, List<Handled> others) {

        Prepared() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** A few queries for all of them. */
    Prepared of(List<Notice> claimed) {
        Prepared prepared = new Prepared();
        Instant now = clock.instant();
        List<Notice> usable = new ArrayList<>();
        Set<Long> sent = tries.sent(claimed.stream().filter(Preparing::mayComeBack).toList());
        claimed.forEach(notice -> atOnce(notice, sent, now).ifPresentOrElse(prepared.others()::add, () -> usable.add(notice)));
        if (usable.isEmpty()) {
            return prepared;
        }
        Map<Long, Verdict> verdicts = truths.of(usable);
        Map<Recipient, Reached> reached = reach.of(usable);
        Map<ConsentKey, Integer> balances = balances(usable, reached);
        redirect(usable, reached);
        for (Notice notice : usable) {
            Verdict verdict = verdicts.get(notice.id());
            Reached where = reached.get(notice.recipient());
            refused(notice, verdict, where, balances).ifPresentOrElse(prepared.others()::add, () ->
                    prepared.ready().add(new Ready(notice, where.addresses().of(notice.channel()).orElseThrow(), verdict)));
        }
        return prepared;
    }

    /** Who gets it is who it is for, as staff see it. */
    private void redirect(List<Notice> notices, Map<Recipient, Reached> reached) {
        Map<Notice, Long> successors = new LinkedHashMap<>();
        for (Notice notice : notices) {
            Long successor = reached.get(notice.recipient()).successor();
            if (successor != null) {
                successors.put(notice, successor);
            }
        }
        if (!successors.isEmpty()) {
            handedOver.redirect(successors);
        }
    }

    /**
     * Whether it may have been through its channel before in this round, as what was held and released can be. Not what is
     * claimed for the first time; and what is in doubt has its own rule.
     */
    private static boolean mayComeBack(Notice notice) {
        return notice.version() > FIRST_CLAIMED && notice.doubtAt() == null;
    }

    /** What needs no look at anything else. */
    private Optional<Handled> atOnce(Notice notice, Set<Long> sent, Instant now) {
        Channel channel = notice.channel();
        if (!couriers.isConfigured(channel, notice.kind())) {
            return onward(notice, Decision.NOT_CONFIGURED, now);
        }
        if (stops.concern(channel, notice.kind())) {
            return onward(notice, Decision.STOPPED, now);
        }
        if (sent.contains(notice.id())) {
            return onward(notice, Decision.ALREADY_SENT, now);
        }
        if (notice.doubtAt() != null && !rules.isRecognised(notice, notice.doubtAt(), now)) {
            return Optional.of(rules.inDoubt(notice, null, notice.doubtAt(), now));
        }
        if (notice.urgent()) {
            return Optional.empty();
        }
        return quiet.lastingUntil(now).map(until -> Handled.of(
                notice, Turn.later(notice, until), Decision.QUIET_HOURS, until.toString()));
    }

    private Optional<Handled> refused(
            Notice notice, Verdict verdict, Reached where, Map<ConsentKey, Integer> balances) {
        Instant now = clock.instant();
        Channel channel = notice.channel();
        if (!verdict.holds()) {
            return Optional.of(Handled.of(
                    notice, Turn.obsolete(notice, verdict.why(), now), Decision.OBSOLETE, verdict.why()));
        }
        if (!where.ended().isEmpty()) {
            return Optional.of(Handled.of(
                    notice, Turn.giveUp(notice, where.ended(), now), Decision.GAVE_UP, where.ended()));
        }
        if (!where.addresses().has(channel)) {
            return onward(notice, Decision.NO_ADDRESS, now);
        }
        if (channel == Channel.TEMPLATE && !where.follows()) {
            return onward(notice, Decision.NOT_FOLLOWING, now);
        }
        boolean agreed = !channel.needsConsent() || balances.get(consent(notice, where)) > 0;
        return agreed ? Optional.empty() : onward(notice, Decision.NO_CONSENT, now);
    }

    private static Optional<Handled> onward(Notice notice, Decision decision, Instant now) {
        return Optional.of(Handled.onward(notice, null, Reason.of(decision, notice.channel().name()), now));
    }

    private Map<ConsentKey, Integer> balances(List<Notice> notices, Map<Recipient, Reached> reached) {
        return consents.balances(notices.stream()
                .filter(notice -> notice.channel().needsConsent())
                .filter(notice -> reached.get(notice.recipient()).addresses().has(notice.channel()))
                .map(notice -> consent(notice, reached.get(notice.recipient())))
                .distinct()
                .toList());
    }

    private static ConsentKey consent(Notice notice, Reached where) {
        return new ConsentKey(
                notice.channel(), notice.kind(), where.addresses().of(notice.channel()).orElseThrow());
    }
}

package io.zhengxun.notifier.watch;

import io.zhengxun.notifier.telling.Truth;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.digest.Digests;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A digest tells what is still owed, and due on the day that it says; what a newer one tells it leaves out (T5). */
@Component
class DigestTruth implements Truth {

    private final Digests digests;
    private final Clock clock;

    DigestTruth(Digests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.DEADLINES, NoticeKind.ESCALATION);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        Map<Long, Digests.Now> now =
                digests.now(notices.stream().map(Notice::id).toList(), LegalTime.dayOf(clock.instant()));
        Map<Long, Verdict> verdicts = new HashMap<>();
        notices.forEach(notice -> verdicts.put(notice.id(), verdict(notice, now.get(notice.id()))));
        return verdicts;
    }

    private static Verdict verdict(Notice notice, Digests.Now now) {
        if (now == null) {
            return Verdict.obsolete("UNKNOWN_DIGEST");
        }
        if (now.isEmpty()) {
            return Verdict.obsolete(now.toldAgain() ? "TOLD_BY_NEWER" : "DONE");
        }
        return now.facts().equals(notice.facts()) ? Verdict.holds(notice) : Verdict.changed(now.facts(), "RECOUNTED");
    }
}

package io.zhengxun.notifier.watch;

import io.zhengxun.notifier.telling.Truth;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.digest.CentreWork;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A summary is told on its day, with the figures of the moment. */
@Component
class SummaryTruth implements Truth {

    private final CentreWork work;
    private final Clock clock;

    SummaryTruth(CentreWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.SUMMARY);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return Map.of();
        }
        LocalDate today = LegalTime.dayOf(clock.instant());
        Map<String, Map<String, String>> now = work.facts(today);
        Map<Long, Verdict> verdicts = new HashMap<>();
        notices.forEach(notice -> verdicts.put(notice.id(), verdict(notice, today, now)));
        return verdicts;
    }

    private static Verdict verdict(Notice notice, LocalDate today, Map<String, Map<String, String>> now) {
        if (!today.toString().equals(notice.facts().get("day"))) {
            return Verdict.obsolete("EARLIER_DAY");
        }
        Map<String, String> facts = now.get(notice.about().regionCode());
        if (facts == null) {
            return Verdict.obsolete("DONE");
        }
        return facts.equals(notice.facts()) ? Verdict.holds(notice) : Verdict.changed(facts, "RECOUNTED");
    }
}

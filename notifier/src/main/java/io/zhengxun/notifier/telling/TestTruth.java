package io.zhengxun.notifier.telling;

import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A test that comes on another day than it was asked for would only puzzle. */
@Component
class TestTruth implements Truth {

    private final Clock clock;

    TestTruth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.TEST);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        LocalDate today = LegalTime.dayOf(clock.instant());
        return notices.stream().collect(Collectors.toMap(
                Notice::id,
                notice -> LegalTime.dayOf(notice.createdAt()).equals(today)
                        ? Verdict.holds(notice)
                        : Verdict.obsolete("PAST")));
    }
}

package io.zhengxun.notifier.telling;

import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A notice of return is true until the correction comes (T5). One that the institution has received by another way goes
 * out too: its contacts each have to know, and it says by when the correction is due.
 */
@Component
class ReturnTruth implements Truth {

    private final Returns returns;
    private final ReturnFacts facts;

    ReturnTruth(Returns returns, ReturnFacts facts) {
        this.returns = returns;
        this.facts = facts;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.RETURN);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        Map<String, Return> found = returns.findByNumbers(
                notices.stream().map(notice -> notice.subject().key()).distinct().toList());
        return notices.stream().collect(Collectors.toMap(
                Notice::id, notice -> verdict(notice, found.get(notice.subject().key()))));
    }

    private Verdict verdict(Notice notice, Return found) {
        if (found == null || !found.isOpen()) {
            return Verdict.obsolete("CORRECTED");
        }
        Map<String, String> now = new HashMap<>(notice.facts());
        now.put(ReturnFacts.DUE_ON, facts.dueOn(found).toString());
        return now.equals(notice.facts()) ? Verdict.holds(notice) : Verdict.changed(now, ReturnFacts.DUE_ON);
    }
}

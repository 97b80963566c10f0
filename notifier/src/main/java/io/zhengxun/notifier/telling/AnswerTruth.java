package io.zhengxun.notifier.telling;

import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An answer stays one, unless who asked has left or taken everything back. */
@Component
class AnswerTruth implements Truth {

    private final Consultations consultations;

    AnswerTruth(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.ANSWER);
    }

    @Override
    public Map<Long, Verdict> of(Collection<Notice> notices) {
        Map<Long, Consultation> asked = consultations.find(
                notices.stream().map(notice -> notice.recipient().id()).distinct().toList());
        return notices.stream().collect(Collectors.toMap(Notice::id, notice -> verdict(notice, asked)));
    }

    private static Verdict verdict(Notice notice, Map<Long, Consultation> asked) {
        Consultation of = asked.get(notice.recipient().id());
        return of == null || of.openId() == null ? Verdict.obsolete("FORGOTTEN") : Verdict.holds(notice);
    }
}

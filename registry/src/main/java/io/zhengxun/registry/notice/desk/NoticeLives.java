package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to a notice from its cause on: its tries, what was decided, what the channels reported. */
@Component
public class NoticeLives {

    /** Of each; a notice has some dozens at the worst. */
    private static final int MOST = 500;
    private static final String SYSTEM = "system";

    private final NoticeLifeMapper mapper;

    NoticeLives(NoticeLifeMapper mapper) {
        this.mapper = mapper;
    }

    /** In the order of time. Whether the notice may be seen is the caller's to ask. */
    public List<LifeEvent> of(Notice notice) {
        List<LifeEvent> events = new ArrayList<>();
        Channel first = notice.channels().stream().findFirst().orElse(null);
        events.add(new LifeEvent(
                notice.createdAt(), LifeEvent.Type.WRITTEN, first, notice.kind().name(), "", SYSTEM));
        Channel.read(mapper.leftOut(notice.id())).forEach(channel -> events.add(new LifeEvent(
                notice.createdAt(), LifeEvent.Type.WRITTEN, channel, LifeEvent.LEFT_OUT, "", SYSTEM)));
        mapper.attempts(notice.id(), MOST).forEach(one -> events.add(new LifeEvent(
                one.endedAt(), LifeEvent.Type.ATTEMPT, one.channel(), one.outcome(), one.code(), SYSTEM)));
        mapper.decisions(notice.id(), MOST).forEach(one -> events.add(new LifeEvent(
                one.decidedAt(), LifeEvent.Type.DECISION, null, one.decision(), one.detail(), one.decidedBy())));
        mapper.reports(notice.id(), MOST).stream().distinct().forEach(one -> events.add(new LifeEvent(
                one.receivedAt(), LifeEvent.Type.REPORT, one.channel(), one.delivered() ? "DELIVERED" : "NOT_DELIVERED",
                one.cause(), SYSTEM)));
        events.sort(Comparator.comparing(LifeEvent::at).thenComparing(LifeEvent::type));
        return events;
    }
}

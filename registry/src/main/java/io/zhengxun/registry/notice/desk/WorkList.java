package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.WorkListMapper.Unreached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom nothing reaches, and what else only a person can put right: nothing is dropped silently. */
@Component
public class WorkList {

    /** Notices of each state that are counted, the oldest first; more of them is no list to work on any more. */
    static final int MOST_NOTICES = 10_000;
    private static final int MOST_EVENTS = 50;

    private final WorkListMapper mapper;

    WorkList(WorkListMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param causes how many notices for which cause, the most frequent first
     * @param recipients whom to phone, whoever has waited longest first
     * @param cut whether there are more notices than were counted
     */
    public record Notices(List<CauseCount> causes, List<Unreachable> recipients, boolean cut) {}

    public record CauseCount(NoticeState state, String cause, long notices) {}

    /**
     * @param institutionId whose affair it is; null for a centre's
     * @param kinds of the notices
     * @param oldest notice, with which to begin
     */
    public record Unreachable(
            Recipient recipient, Long institutionId, String regionCode, List<NoticeKind> kinds, long notices, long oldest,
            Instant since) {}

    public record EventCount(String state, String kind, long events, Instant oldest) {}

    /** @param cause why; the class of an error, never its text */
    public record StuckEvent(
            long id, String state, String kind, Deed.Subject.Kind subjectKind, String subjectKey, String cause, int attempts,
            Instant occurredAt, Instant handledAt) {}

    /** Notices that reached nobody, or whose way is barred, within a person's scope. */
    public Notices notices(Scope scope) {
        List<Unreached> found = new ArrayList<>();
        boolean cut = false;
        for (NoticeState state : NoticeFilter.WORK) {
            List<Unreached> some = mapper.unreached(state, scope, MOST_NOTICES + 1);
            cut |= some.size() > MOST_NOTICES;
            found.addAll(some.subList(0, Math.min(MOST_NOTICES, some.size())));
        }
        return new Notices(causes(found), recipients(found), cut);
    }

    /** Events of kinds that nobody knows, or whose notices could not be written, by kind. */
    public List<EventCount> eventCounts() {
        return mapper.eventCounts();
    }

    /** The latest of them. */
    public List<StuckEvent> events() {
        return Stream.of("UNKNOWN", "FAILED")
                .flatMap(state -> mapper.events(state, MOST_EVENTS).stream())
                .sorted(Comparator.comparing(StuckEvent::id).reversed())
                .limit(MOST_EVENTS)
                .toList();
    }

    private static List<CauseCount> causes(List<Unreached> found) {
        return found.stream()
                .collect(Collectors.groupingBy(one -> List.of(one.state().name(), one.cause()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new CauseCount(
                        NoticeState.valueOf(entry.getKey().get(0)), entry.getKey().get(1), entry.getValue()))
                .sorted(Comparator.comparing(CauseCount::notices).reversed().thenComparing(CauseCount::cause))
                .toList();
    }

    /** One line for each person; where there is nobody, for each institution or centre. Holders are not phoned (Q6). */
    private static List<Unreachable> recipients(List<Unreached> found) {
        record Whom(Recipient recipient, Long institutionId, String regionCode) {}
        Map<Whom, List<Unreached>> by = found.stream()
                .filter(one -> !one.recipientKind().isPrivate())
                .sorted(Comparator.comparing(Unreached::createdAt).thenComparing(Unreached::id))
                .collect(Collectors.groupingBy(
                        one -> new Whom(
                                new Recipient(one.recipientKind(), one.recipientId()), one.institutionId(), one.regionCode()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return by.entrySet().stream()
                .map(entry -> new Unreachable(
                        entry.getKey().recipient(),
                        entry.getKey().institutionId(),
                        entry.getKey().regionCode(),
                        entry.getValue().stream().map(Unreached::kind).distinct().sorted().toList(),
                        entry.getValue().size(),
                        entry.getValue().get(0).id(),
                        entry.getValue().get(0).createdAt()))
                .toList();
    }
}

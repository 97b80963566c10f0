package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.refusal.Absent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The notices as staff look for them: the province's see all, a city's and an institution's those of their scope. */
@Component
public class NoticeList {

    private final NoticeListMapper mapper;
    private final Clock clock;

    NoticeList(NoticeListMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * One page within a person's scope, the newest first. What would look through all notices is bounded to the last
     * {@link NoticeFilter#MOST_DAYS} days of what is asked for.
     *
     * @param after the place of the last one seen; null for the first page
     */
    public List<Notice> page(NoticeFilter filter, Scope scope, NoticePlace after, int limit) {
        NoticeFilter bounded = bounded(filter, scope);
        List<Long> ids = mapper.page(
                new NoticeListMapper.Page(Branch.of(bounded, scope), bounded, scope, after, limit));
        Map<Long, Notice> found = find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private NoticeFilter bounded(NoticeFilter filter, Scope scope) {
        if (scope.kind() == Scope.Kind.INSTITUTION || !filter.looksThroughAll()) {
            return filter;
        }
        NoticeFilter.Period asked = filter.period();
        Instant end = asked.until() == null ? clock.instant() : asked.until();
        Instant earliest = end.minus(Duration.ofDays(NoticeFilter.MOST_DAYS));
        Instant from = asked.from() == null || asked.from().isBefore(earliest) ? earliest : asked.from();
        return new NoticeFilter(
                filter.states(), filter.workOnly(), filter.kind(), filter.channel(), filter.about(), filter.recipient(),
                new NoticeFilter.Period(from, asked.until()), filter.cause());
    }

    /** Whoever may see it: that is the caller's to ask. */
    public Optional<Notice> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** @throws Absent if there is none, or it lies outside of the scope */
    public Notice visible(long id, Scope scope) {
        Notice found = find(List.of(id)).get(id);
        if (found == null || !isIn(scope, found)) {
            throw new Absent();
        }
        return found;
    }

    private Map<Long, Notice> find(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper.byIds(ids).stream()
                        .map(NoticeRow::notice)
                        .collect(Collectors.toMap(Notice::id, Function.identity()));
    }

    /** As the lists have it: {@link NoticeListMapper#IN_SCOPE}. */
    private static boolean isIn(Scope scope, Notice notice) {
        return switch (scope.kind()) {
            case PROVINCE -> true;
            case CITY -> scope.regionCode().equals(notice.about().regionCode());
            case INSTITUTION -> scope.institutionId().equals(notice.about().institutionId())
                    && !notice.recipient().kind().isPrivate();
        };
    }
}

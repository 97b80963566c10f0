package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.alert.Alert;
import io.zhengxun.registry.deadline.alert.DueAlerts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The digests that were written, and what of them is still true. */
@Component
public class Digests {

    private final DigestMapper mapper;
    private final DueAlerts alerts;
    private final DigestFacts facts;

    Digests(DigestMapper mapper, DueAlerts alerts, DigestFacts facts) {
        this.mapper = mapper;
        this.alerts = alerts;
        this.facts = facts;
    }

    /**
     * How a digest is now.
     *
     * @param facts of what is still true; empty if nothing is
     * @param toldAgain whether nothing is left because a newer digest tells it
     */
    public record Now(Map<String, String> facts, boolean toldAgain) {

        public boolean isEmpty() {
            return facts.isEmpty();
        }
    }

    /**
     * What of digests is true on a day: deadlines that are still open and due on the day that they were alerted for, and
     * that no newer digest tells (T5). By the notice's id; a notice that is no digest is left out. A few queries for all.
     */
    public Map<Long, Now> now(Collection<Long> noticeIds, LocalDate today) {
        Map<Digest, List<Alert>> all = alertsOf(noticeIds);
        Map<Digest, List<Alert>> left = new LinkedHashMap<>();
        all.forEach((digest, some) -> left.put(digest, digest.items(some, alert -> alert.stands() && !alert.toldAgain())));
        left.values().removeIf(List::isEmpty);
        Map<Digest, Map<String, String>> told = facts.of(left, today);
        Map<Long, Now> now = new HashMap<>();
        all.forEach((digest, some) -> now.put(
                digest.noticeId(),
                new Now(told.getOrDefault(digest, Map.of()), some.stream().anyMatch(alert -> alert.stands() && alert.toldAgain()))));
        return now;
    }

    /** What digests told when they were written, whatever became of it, the most pressing first. */
    Map<Digest, List<Alert>> alertsOf(Collection<Long> noticeIds) {
        if (noticeIds.isEmpty()) {
            return Map.of();
        }
        List<Digest> digests = mapper.byNotices(noticeIds);
        List<Alert> found = new ArrayList<>();
        digests.stream()
                .collect(Collectors.groupingBy(
                        Digest::runId, Collectors.mapping(Digest::whose, Collectors.toSet())))
                .forEach((run, owners) -> found.addAll(alerts.of(run, owners)));
        Map<Digest, List<Alert>> all = new LinkedHashMap<>();
        digests.forEach(digest -> all.put(digest, digest.items(found, alert -> true)));
        return all;
    }
}

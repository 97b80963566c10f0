package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.alert.Alert;
import io.zhengxun.registry.deadline.alert.Audience;
import io.zhengxun.registry.deadline.alert.Owner;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the texts of digests need; all of many at the cost of a few queries. */
@Component
class DigestFacts {

    private final OwnerNames names;
    private final SubjectNumbers numbers;
    private final MessageSource messages;

    DigestFacts(OwnerNames names, SubjectNumbers numbers, MessageSource messages) {
        this.names = names;
        this.numbers = numbers;
        this.messages = messages;
    }

    /** What was looked up for all of them. */
    private record Known(Map<Owner, OwnerNames.Named> names, Map<DeadlineSubject, String> numbers) {

        String name(Owner owner) {
            return names.get(owner).name();
        }
    }

    /**
     * @param items of each digest, the most pressing first; none is empty
     * @param day on which they are told
     */
    Map<Digest, Map<String, String>> of(Map<Digest, List<Alert>> items, LocalDate day) {
        List<Alert> firsts = items.values().stream().map(some -> some.get(0)).toList();
        Known known = new Known(
                names.of(Stream.concat(
                                items.keySet().stream().map(Digest::whose), firsts.stream().map(DigestFacts::institution))
                        .distinct()
                        .toList()),
                numbers.of(firsts.stream().map(Alert::subject).toList()));
        Map<Digest, Map<String, String>> facts = new HashMap<>();
        items.forEach((digest, some) -> facts.put(digest, facts(digest, some, day, known)));
        return facts;
    }

    private Map<String, String> facts(Digest digest, List<Alert> items, LocalDate day, Known known) {
        Alert first = items.get(0);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("day", day.toString());
        facts.put("owner", known.name(digest.whose()));
        facts.put("count", String.valueOf(items.size()));
        if (digest.audience() == Audience.DEBTOR) {
            facts.put("overdue", String.valueOf(overdue(items, day)));
            facts.put("soonest", first.dueOn().toString());
            facts.put("first", text("digest.first", first.rule(), known.numbers().get(first.subject())));
        } else {
            facts.put("oldest", first.dueOn().toString());
            facts.put("first", text("digest.missed", first.rule(), known.name(institution(first))));
        }
        facts.put("run", String.valueOf(digest.runId()));
        return facts;
    }

    private static long overdue(Collection<Alert> items, LocalDate day) {
        return items.stream().filter(item -> item.dueOn().isBefore(day)).count();
    }

    /** Whose case it is, whoever owes it. */
    private static Owner institution(Alert alert) {
        return Owner.of(alert.subject());
    }

    private String text(String key, DeadlineRule rule, String what) {
        String label = messages.getMessage("deadline.rule." + rule.name(), null, Locale.SIMPLIFIED_CHINESE);
        return messages.getMessage(key, new Object[] {label, what}, Locale.SIMPLIFIED_CHINESE);
    }
}

package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.Deadline;
import io.zhengxun.registry.deadline.DeadlineFilter;
import io.zhengxun.registry.deadline.DeadlineKey;
import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.institution.Region;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an institution or a centre owes at this moment, deadline by deadline, for who asks without having been told (T5). */
@Component
public class OwedDeadlines {

    private final Clocks clocks;
    private final OwnerNames names;
    private final SubjectNumbers numbers;
    private final MessageSource messages;
    private final Clock clock;

    OwedDeadlines(Clocks clocks, OwnerNames names, SubjectNumbers numbers, MessageSource messages, Clock clock) {
        this.clocks = clocks;
        this.names = names;
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    /** The open ones in the order in which they are due, so the overdue ones first; at most {@code limit}. */
    public List<DeadlineItem> of(Owner owner, int limit) {
        List<Deadline> owed = clocks.page(filter(owner), DeadlineKey.FIRST, limit);
        Map<DeadlineSubject, String> numbered = numbers.of(owed.stream().map(Deadline::subject).toList());
        Map<Owner, OwnerNames.Named> named =
                names.of(owed.stream().map(OwedDeadlines::institution).distinct().toList());
        LocalDate today = LegalTime.dayOf(clock.instant());
        return owed.stream()
                .map(deadline -> new DeadlineItem(
                        deadline.rule(),
                        messages.getMessage("deadline.rule." + deadline.rule().name(), null, Locale.SIMPLIFIED_CHINESE),
                        numbered.get(deadline.subject()),
                        named.get(institution(deadline)).name(),
                        deadline.dueOn(),
                        (int) ChronoUnit.DAYS.between(today, deadline.dueOn()),
                        true))
                .toList();
    }

    private static DeadlineFilter filter(Owner owner) {
        if (!owner.isCentre()) {
            return new DeadlineFilter(null, Debtor.INSTITUTION, owner.institutionId(), null, null);
        }
        return Region.PROVINCE_CODE.equals(owner.regionCode())
                ? new DeadlineFilter(null, Debtor.PROVINCE, null, null, null)
                : new DeadlineFilter(null, Debtor.CITY, null, owner.regionCode(), null);
    }

    private static Owner institution(Deadline deadline) {
        return Owner.of(deadline.subject());
    }
}

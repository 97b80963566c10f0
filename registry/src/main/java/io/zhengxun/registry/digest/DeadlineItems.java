package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.DeadlineSubject;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.deadline.alert.Alert;
import io.zhengxun.registry.deadline.alert.Owner;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a digest tells, deadline by deadline, for the page behind it. */
@Component
public class DeadlineItems {

    /** More are not listed one by one. */
    public static final int LISTED = 200;

    private final Digests digests;
    private final OwnerNames names;
    private final SubjectNumbers numbers;
    private final MessageSource messages;
    private final Clock clock;

    DeadlineItems(Digests digests, OwnerNames names, SubjectNumbers numbers, MessageSource messages, Clock clock) {
        this.digests = digests;
        this.names = names;
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The deadlines of a digest (kinds DEADLINES and ESCALATION) as they are now, the open ones first, by last day; at most
     * {@link #LISTED}. Empty for every other notice.
     */
    public List<DeadlineItem> of(long noticeId) {
        List<Alert> alerts = digests.alertsOf(List.of(noticeId)).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Alert alert) -> !alert.open()).thenComparing(Alert::dueOn))
                .limit(LISTED)
                .toList();
        Map<Owner, OwnerNames.Named> named =
                names.of(alerts.stream().map(DeadlineItems::institution).distinct().toList());
        Map<DeadlineSubject, String> numbered =
                numbers.of(alerts.stream().map(Alert::subject).toList());
        LocalDate today = LegalTime.dayOf(clock.instant());
        return alerts.stream()
                .map(alert -> new DeadlineItem(
                        alert.rule(),
                        messages.getMessage("deadline.rule." + alert.rule().name(), null, Locale.SIMPLIFIED_CHINESE),
                        numbered.get(alert.subject()),
                        named.get(institution(alert)).name(),
                        alert.dueOn(),
                        (int) ChronoUnit.DAYS.between(today, alert.dueOn()),
                        alert.open()))
                .toList();
    }

    private static Owner institution(Alert alert) {
        return Owner.of(alert.subject());
    }
}

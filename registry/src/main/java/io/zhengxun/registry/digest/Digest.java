package io.zhengxun.registry.digest;

import io.zhengxun.registry.deadline.Debtor;
import io.zhengxun.registry.deadline.alert.Alert;
import io.zhengxun.registry.deadline.alert.Audience;
import io.zhengxun.registry.deadline.alert.Owner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which alerts one notice tells: those of a run to an owner's contacts.
 *
 * @param toLead whether it tells of what the province itself missed too (T7)
 */
record Digest(long noticeId, long runId, String owner, Audience audience, boolean toLead) {

    Owner whose() {
        return Owner.of(owner);
    }

    boolean tells(Alert alert) {
        return alert.runId() == runId
                && alert.owner().key().equals(owner)
                && alert.audience() == audience
                && (audience == Audience.DEBTOR || toLead || alert.debtor() != Debtor.PROVINCE);
    }

    /** Its alerts, each deadline once, in the order in which they come. */
    List<Alert> items(Collection<Alert> alerts, Predicate<Alert> which) {
        Map<Long, Alert> items = new LinkedHashMap<>();
        alerts.stream().filter(this::tells).filter(which).forEach(alert -> items.put(alert.deadlineId(), alert));
        return List.copyOf(items.values());
    }
}

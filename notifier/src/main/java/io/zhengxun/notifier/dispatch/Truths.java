package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.telling.Truth;
import io.zhengxun.notifier.telling.Truth.Verdict;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether notices are still true, each asked of who knows its kind. */
@Component
class Truths {

    private final Map<NoticeKind, Truth> byKind = new EnumMap<>(NoticeKind.class);

    /** @throws IllegalStateException unless each kind has exactly one: a notice that nobody checks would go out untrue */
    Truths(List<Truth> truths) {
        for (Truth truth : truths) {
            for (NoticeKind kind : truth.kinds()) {
                if (byKind.put(kind, truth) != null) {
                    throw new IllegalStateException("Two truths know notices of kind " + kind + ".");
                }
            }
        }
        for (NoticeKind kind : NoticeKind.values()) {
            if (!byKind.containsKey(kind)) {
                throw new IllegalStateException("No truth knows notices of kind " + kind + ".");
            }
        }
    }

    /** By the notice's id, of all of them. */
    Map<Long, Verdict> of(List<Notice> notices) {
        Map<Long, Verdict> verdicts = new HashMap<>();
        notices.stream()
                .collect(Collectors.groupingBy(notice -> byKind.get(notice.kind())))
                .forEach((truth, known) -> verdicts.putAll(truth.of(known)));
        return verdicts;
    }
}

package io.zhengxun.notifier.telling;

import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a notice says of a return. */
@Component
class ReturnFacts {

    static final String DUE_ON = "dueOn";

    private final Deadlines deadlines;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    ReturnFacts(Deadlines deadlines, Regions regions, MessageSource messages, Clock clock) {
        this.deadlines = deadlines;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    Map<String, String> of(Return found, Institution institution, String batch) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("institution", institution.name());
        facts.put("batch", batch);
        facts.put("return", found.number());
        facts.put("rows", String.valueOf(found.rowCount()));
        facts.put("returnedBy", found.returnedBy().name());
        facts.put("by", centre(found));
        facts.put(DUE_ON, dueOn(found).toString());
        return facts;
    }

    /** Of the running deadline; while none runs for the institution, of the one that its receipt today would start (T4). */
    LocalDate dueOn(Return found) {
        return found.state() == ReturnState.NOTIFIED && found.dueOn() != null
                ? found.dueOn()
                : deadlines.due(found.returnedBy().correction(), LegalTime.dayOf(clock.instant())).dueDate();
    }

    private String centre(Return found) {
        return switch (found.returnedBy()) {
            case CITY -> regions.find(found.regionCode()).map(Region::centreName).orElseThrow();
            case PROVINCE -> regions.province().centreName();
            case MINISTRY -> messages.getMessage("notice.text.ministry", null, Locale.ROOT);
        };
    }
}

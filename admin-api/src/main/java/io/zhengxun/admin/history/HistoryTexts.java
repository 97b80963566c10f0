package io.zhengxun.admin.history;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.history.HistoryEvent;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Turns what happened into sentences. An institution's reader sees the staff of centres by desk and role, not by name: it deals
 * with the office; centres and the auditor see every name (W4).
 */
@Component
class HistoryTexts {

    /** The facts that sentences name, in the order of their places. */
    private static final List<String> PLACES = List.of(
            "rows", "return", "returnedBy", "export", "receipts", "rule", "due", "upload", "correction", "issuance");

    private final MessageSource messages;

    HistoryTexts(MessageSource messages) {
        this.messages = messages;
    }

    EventView view(HistoryEvent event, Staff reader) {
        return new EventView(
                moment(event.at()),
                event.code(),
                event.subject(),
                sentence(event),
                event.by() == null ? null : who(event.by(), reader),
                remark(event));
    }

    private String sentence(HistoryEvent event) {
        Object[] arguments = new Object[PLACES.size() + 1];
        for (int place = 0; place < PLACES.size(); place++) {
            arguments[place] = value(PLACES.get(place), event);
        }
        arguments[PLACES.size()] = event.code();
        String unnamed = messages.getMessage("timeline.other", arguments, Locale.SIMPLIFIED_CHINESE);
        return messages.getMessage("timeline." + event.code(), arguments, unnamed, Locale.SIMPLIFIED_CHINESE);
    }

    private String value(String name, HistoryEvent event) {
        String value = event.facts().getOrDefault(name, "");
        if (value.isEmpty()) {
            return name.equals("return") ? event.subject() : "";
        }
        return switch (name) {
            case "rule" -> text("deadline.rule." + value);
            case "returnedBy" -> text("desk." + value);
            default -> value;
        };
    }

    private static String remark(HistoryEvent event) {
        Map<String, String> facts = event.facts();
        return facts.getOrDefault("remark", facts.get("note"));
    }

    private EventView.Who who(Actor actor, Staff reader) {
        boolean ofCentre = !actor.role().equals(Role.INSTITUTION_DATA_MANAGER.name());
        boolean nameless = reader.scope().kind() == Scope.Kind.INSTITUTION && ofCentre;
        return new EventView.Who(
                nameless ? null : actor.name(),
                actor.role(),
                messages.getMessage("timeline.role." + actor.role(), null, actor.role(), Locale.SIMPLIFIED_CHINESE));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    /** To the millisecond, in the legal zone. */
    static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(LegalTime.ZONE));
    }
}

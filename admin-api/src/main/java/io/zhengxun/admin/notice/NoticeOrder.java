package io.zhengxun.admin.notice;

import io.zhengxun.admin.parameter.Parameters;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.NoticeState;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.NoticeFilter;
import io.zhengxun.registry.notice.desk.NoticePlace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what a request asks for; names all that is wrong with it at once. */
@Component
class NoticeOrder {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final Pattern KEY = Pattern.compile("(\\d{1,13})-(\\d{1,18})");
    private static final Set<Deed.Subject.Kind> SUBJECTS =
            EnumSet.of(Deed.Subject.Kind.RETURN, Deed.Subject.Kind.INSTITUTION, Deed.Subject.Kind.CONTACT);

    private final Institutions institutions;

    NoticeOrder(Institutions institutions) {
        this.institutions = institutions;
    }

    /** @param after null for the first page */
    record Asked(NoticeFilter filter, NoticePlace after, int limit) {}

    Asked read(NoticeQuery query, Staff staff, HttpServletRequest request) {
        Parameters parameters = new Parameters(request, NoticeQuery.class);
        NoticeFilter filter = new NoticeFilter(
                states(parameters, query),
                parameters.yes("work", query.work()),
                parameters.one("kind", query.kind(), NoticeKind.class),
                parameters.one("channel", query.channel(), Channel.class),
                new NoticeFilter.About(subject(parameters, query), institution(parameters, query.institution(), staff)),
                contact(parameters, query.contact()),
                period(parameters, query),
                parameters.text(query.cause()));
        refuseTooLong(parameters, filter);
        NoticePlace after = place(parameters, query.after());
        int limit = parameters.limit(query.limit(), USUAL_PAGE, LARGEST_PAGE);
        parameters.refuseIfWrong();
        return new Asked(filter, after, limit);
    }

    private static Set<NoticeState> states(Parameters parameters, NoticeQuery query) {
        String typed = parameters.text(query.state());
        if (typed == null) {
            return Set.of();
        }
        Set<NoticeState> states = EnumSet.noneOf(NoticeState.class);
        for (String one : typed.split(",")) {
            NoticeState state = parameters.one("state", one, NoticeState.class);
            if (state != null) {
                states.add(state);
            }
        }
        if (states.isEmpty()) {
            // Nothing but commas, or nothing known: told of already.
            parameters.one("state", typed, NoticeState.class);
        } else if ("true".equals(parameters.text(query.work())) && !NoticeFilter.WORK.containsAll(states)) {
            parameters.flaw("work", "parameter.work-state");
        }
        return states;
    }

    private static Deed.Subject subject(Parameters parameters, NoticeQuery query) {
        Deed.Subject.Kind kind = parameters.one("subjectKind", query.subjectKind(), Deed.Subject.Kind.class);
        String key = parameters.text(query.subjectKey());
        if (kind == null && key == null) {
            return null;
        }
        // What holders are told of is nobody's to search for (Q6).
        if (kind == null || key == null || !SUBJECTS.contains(kind)) {
            parameters.flaw("subjectKind", "parameter.notice-subject");
            return null;
        }
        return new Deed.Subject(kind, key);
    }

    private Long institution(Parameters parameters, String typed, Staff staff) {
        String prefix = parameters.text(typed);
        if (prefix == null) {
            return null;
        }
        Long found = institutions.findByNumberPrefix(prefix)
                .filter(staff.scope()::covers)
                .map(institution -> institution.id())
                .orElse(null);
        if (found == null) {
            parameters.flaw("institution", "parameter.no-institution");
        }
        return found;
    }

    private static Recipient contact(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            parameters.flaw("contact", "parameter.contact");
            return null;
        }
        return Recipient.contact(Long.parseLong(text));
    }

    private static NoticeFilter.Period period(Parameters parameters, NoticeQuery query) {
        LocalDate from = parameters.day("from", query.from());
        LocalDate to = parameters.day("to", query.to());
        if (from != null && to != null && to.isBefore(from)) {
            parameters.flaw("to", "parameter.period");
        }
        return new NoticeFilter.Period(
                from == null ? null : from.atStartOfDay(LegalTime.ZONE).toInstant(), to == null ? null : LegalTime.endOf(to));
    }

    /** A day that was asked for and not looked at would be a list that lies. */
    private static void refuseTooLong(Parameters parameters, NoticeFilter filter) {
        Instant from = filter.period().from();
        Instant until = filter.period().until();
        if (filter.looksThroughAll() && from != null && until != null && days(from, until) > NoticeFilter.MOST_DAYS) {
            parameters.flaw("from", "parameter.days", String.valueOf(NoticeFilter.MOST_DAYS));
        }
    }

    static long days(Instant from, Instant until) {
        return LegalTime.dayOf(from).until(LegalTime.dayOf(until), ChronoUnit.DAYS);
    }

    private static NoticePlace place(Parameters parameters, String typed) {
        String text = parameters.text(typed);
        if (text == null) {
            return null;
        }
        Matcher key = KEY.matcher(text);
        if (key.matches()) {
            return new NoticePlace(Instant.ofEpochMilli(Long.parseLong(key.group(1))), Long.parseLong(key.group(2)));
        }
        parameters.flaw("after", "parameter.after");
        return null;
    }

    static String text(NoticePlace place) {
        return place.createdAt().toEpochMilli() + "-" + place.id();
    }
}

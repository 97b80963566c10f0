package io.zhengxun.bot.institution;

import io.zhengxun.bot.dialog.ReplyLines;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.alert.Owner;
import io.zhengxun.registry.digest.DeadlineItem;
import io.zhengxun.registry.digest.OwedDeadlines;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnFilter;
import io.zhengxun.registry.submission.returns.ReturnList;
import io.zhengxun.registry.submission.returns.ReturnState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What places have to do, in as many lines as one reply holds. */
@Component
class TodoList {

    /** Of one place; a reply holds about twenty lines. */
    private static final int MOST = 30;
    /** Bytes for the last words. */
    private static final int RESERVE = 200;

    private final OwedDeadlines deadlines;
    private final ReturnList returns;
    private final InstitutionText text;

    TodoList(OwedDeadlines deadlines, ReturnList returns, InstitutionText text) {
        this.deadlines = deadlines;
        this.returns = returns;
        this.text = text;
    }

    /** @param contacts one person's, of one or several places */
    String of(List<Contact> contacts) {
        ReplyLines reply = null;
        boolean whole = true;
        for (Contact contact : contacts) {
            List<String> lines = lines(contact);
            String head = text.of(lines.isEmpty() ? "todo.nothing" : "todo.head", text.place(contact));
            if (reply == null) {
                reply = new ReplyLines(head, RESERVE);
            } else {
                whole = whole && reply.add("\n" + head);
            }
            for (String line : lines) {
                whole = whole && reply.add(line);
            }
        }
        return reply.end(text.of(whole ? "todo.end" : "todo.more"));
    }

    private List<String> lines(Contact contact) {
        List<String> lines = new ArrayList<>();
        List<DeadlineItem> owed = deadlines.of(owner(contact), MOST);
        withoutDoubles(owed).forEach(item -> lines.add(line(item, contact.isCentres())));
        if (!contact.isCentres()) {
            unreceived(contact.institutionId()).forEach(found ->
                    lines.add(text.of("todo.unreceived", found.number(), found.rowCount(), text.reasonsOf(found.number()))));
        }
        return lines;
    }

    private static Owner owner(Contact contact) {
        return contact.isCentres() ? Owner.centre(contact.regionCode()) : Owner.institution(contact.institutionId());
    }

    /** What is still to be reported in time (D1) need not be named by its last day of all (D8) too. */
    private static List<DeadlineItem> withoutDoubles(List<DeadlineItem> owed) {
        Set<String> inTime = new HashSet<>();
        owed.stream().filter(item -> item.rule() == DeadlineRule.D1 && !item.isOverdue())
                .forEach(item -> inTime.add(item.subject()));
        return owed.stream()
                .filter(item -> item.rule() != DeadlineRule.D8 || !inTime.contains(item.subject()))
                .toList();
    }

    /** No clock runs for these yet (T4), so no deadline names them. */
    private List<Return> unreceived(long institutionId) {
        ReturnFilter filter = new ReturnFilter(ReturnState.RECORDED, null, null);
        return returns.page(filter, Scope.ofInstitution(institutionId), null, MOST);
    }

    /** A centre's work is of many institutions: there each is named. */
    private String line(DeadlineItem item, boolean ofCentre) {
        String when = item.isOverdue()
                ? text.of("todo.late", -item.daysLeft())
                : item.daysLeft() == 0 ? text.of("todo.today") : text.of("todo.left", item.daysLeft());
        String about = ofCentre ? item.subject() + "，" + Tap.plain(item.institution()) : item.subject();
        String line = text.of("todo.line", when, item.label(), about, text.day(item.dueOn()));
        return isReturn(item) && !ofCentre ? line + " " + text.reasonsOf(item.subject()) : line;
    }

    private static boolean isReturn(DeadlineItem item) {
        return item.rule().startsWith() == DeadlineRule.Start.RETURN_NOTIFIED;
    }
}

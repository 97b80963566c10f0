package io.zhengxun.bot.institution;

import io.zhengxun.bot.dialog.ReplyLines;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.desk.NoticeKeys;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnState;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import io.zhengxun.registry.submission.returns.RowRanges;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why the rows of a return came back, by row numbers, and how to correct them; nothing of the holders (Q6). */
@Component
class ReasonsOfReturn {

    private static final int MOST_ROWS = 500;
    /** Bytes for how to correct, and for the page. */
    private static final int RESERVE = 700;

    private final ReturnedRows rows;
    private final NoticeKeys notices;
    private final PublicAddress address;
    private final InstitutionText text;
    private final Clock clock;

    ReasonsOfReturn(
            ReturnedRows rows, NoticeKeys notices, PublicAddress address, InstitutionText text, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.address = address;
        this.text = text;
        this.clock = clock;
    }

    /** @param contact of the return's institution: the page is this person's own */
    String of(Return found, Contact contact) {
        ReplyLines reply = new ReplyLines(
                text.of("reasons.head", found.number(), text.of("desk." + found.returnedBy()), found.rowCount(), state(found)),
                RESERVE);
        boolean whole = found.remark().isEmpty() || reply.add(Tap.plain(found.remark()));
        for (Map.Entry<String, RowRanges> reason : byReason(found).entrySet()) {
            whole = whole && reply.add(text.of("reasons.line", reason.getValue(), Tap.plain(reason.getKey())));
        }
        whole = whole && found.rowCount() <= MOST_ROWS;
        return reply.end((whole ? "" : "\n" + text.of("reasons.more"))
                + (found.isOpen() ? "\n\n" + text.of("reasons.how") : "")
                + page(found, contact).map(link -> "\n" + text.of("reasons.page", link)).orElse(""));
    }

    private Map<String, RowRanges> byReason(Return found) {
        Map<String, RowRanges> byReason = new LinkedHashMap<>();
        rows.reasons(found, 0, MOST_ROWS).forEach(reason -> byReason
                .computeIfAbsent(worded(reason), words -> new RowRanges())
                .add(reason.rowNo()));
        return byReason;
    }

    private String worded(ReturnedRows.Reason reason) {
        return reason.remark().isEmpty()
                ? reason.reason()
                : text.of("reasons.remarked", reason.reason(), reason.remark());
    }

    private String state(Return found) {
        if (found.state() == ReturnState.CORRECTED) {
            return text.of("reasons.corrected", text.day(LegalTime.dayOf(found.correctedAt())));
        }
        if (found.state() == ReturnState.RECORDED) {
            return text.of("reasons.unreceived");
        }
        LocalDate today = LegalTime.dayOf(clock.instant());
        return text.of(found.dueOn().isBefore(today) ? "reasons.late" : "reasons.due", text.day(found.dueOn()));
    }

    /** Where this person was told of it, the page shows all rows and takes the acknowledgement (T4). */
    private Optional<String> page(Return found, Contact contact) {
        return notices.find("return:" + found.number() + ":" + Recipient.contact(contact.id()).key())
                .flatMap(address::ofNotice);
    }
}

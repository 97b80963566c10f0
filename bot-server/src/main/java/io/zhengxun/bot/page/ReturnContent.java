package io.zhengxun.bot.page;

import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnState;
import io.zhengxun.registry.submission.returns.ReturnedRows;
import io.zhengxun.registry.submission.returns.ReturnedRows.Reason;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.submission.returns.RowRanges;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of a return shows: which rows and why, since when the clock runs, until when (T4); nothing of the holders. */
@Component
class ReturnContent {

    /** More are read in the system itself. */
    private static final int MOST_ROWS = 500;

    private final Returns returns;
    private final ReturnedRows rows;
    private final Deadlines deadlines;
    private final PageText text;
    private final Clock clock;

    ReturnContent(Returns returns, ReturnedRows rows, Deadlines deadlines, PageText text, Clock clock) {
        this.returns = returns;
        this.rows = rows;
        this.deadlines = deadlines;
        this.text = text;
        this.clock = clock;
    }

    /** @param token of the form by which the return is acknowledged */
    void write(ShownNotice shown, String token, Html html) {
        Map<String, String> facts = shown.notice().facts();
        for (String fact : List.of("institution", "batch", "return", "by")) {
            html.line(text.of("RETURN." + fact), facts.getOrDefault(fact, ""));
        }
        Optional<Return> found = returns.findByNumber(shown.notice().subject().key());
        found.ifPresent(one -> {
            html.line(text.of("RETURN.rows"), String.valueOf(one.rowCount()));
            html.line(text.of("RETURN.at"), text.minute(one.recordedAt()));
            clock(one, html);
            if (one.state() == ReturnState.RECORDED && Acknowledging.isPossible(shown)) {
                html.button(shown.notice().id() + "/acknowledgement", token, text.of("acknowledge"));
            }
            reasons(one, html);
        });
    }

    private void clock(Return found, Html html) {
        LocalDate today = LegalTime.dayOf(clock.instant());
        switch (found.state()) {
            case RECORDED -> html.emphasis(text.of("RETURN.not-received",
                    text.day(deadlines.due(found.returnedBy().correction(), today).dueDate())));
            case NOTIFIED -> html.emphasis(text.of(found.dueOn().isBefore(today) ? "RETURN.overdue" : "RETURN.received",
                    text.minute(found.notifiedAt()), text.day(found.dueOn())));
            case CORRECTED -> html.emphasis(text.of("RETURN.corrected", text.minute(found.correctedAt())));
        }
    }

    private void reasons(Return found, Html html) {
        List<Reason> reasons = rows.reasons(found, 0, MOST_ROWS);
        html.subheading(text.of("RETURN.reasons"));
        if (!found.remark().isEmpty()) {
            html.paragraph(found.remark());
        }
        Map<String, RowRanges> byReason = new LinkedHashMap<>();
        reasons.forEach(reason ->
                byReason.computeIfAbsent(worded(reason), words -> new RowRanges()).add(reason.rowNo()));
        byReason.forEach((words, numbers) ->
                html.item(text.of("RETURN.row-numbers", numbers), words, Html.Mark.NONE));
        if (found.rowCount() > reasons.size()) {
            html.paragraph(text.of("more", found.rowCount() - reasons.size()));
        }
    }

    private String worded(Reason reason) {
        return reason.remark().isEmpty() ? reason.reason() : text.of("RETURN.remarked", reason.reason(), reason.remark());
    }
}

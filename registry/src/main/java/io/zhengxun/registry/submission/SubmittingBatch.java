package io.zhengxun.registry.submission;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.issuance.Issuance;
import io.zhengxun.registry.issuance.Issuances;
import io.zhengxun.registry.issuance.PastLastDay;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An institution submits a draft: in time, late with the overdue statement, or not at all (T3, T6). */
@Component
public class SubmittingBatch {

    private final Workflow workflow;
    private final Submissions submissions;
    private final Issuances issuances;
    private final Institutions institutions;
    private final OverdueStatementMapper statements;
    private final Clock clock;

    SubmittingBatch(
            Workflow workflow,
            Submissions submissions,
            Issuances issuances,
            Institutions institutions,
            OverdueStatementMapper statements,
            Clock clock) {
        this.workflow = workflow;
        this.submissions = submissions;
        this.issuances = issuances;
        this.institutions = institutions;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Submits a draft.
     *
     * @param statement Annex 3; needed after the last day of D1, refused before it: it counts in the quality bulletin
     * @return the batch as it is now, received by the city or the province
     * @throws FieldsRefused with every field of the statement that is missing, if it is late (T6)
     * @throws StatementNotNeeded if it is not late
     * @throws PastLastDay if it is past D8 and not admitted
     * @throws io.zhengxun.registry.issuance.MoreThanIssued if others reported some of the rest meanwhile
     * @throws io.zhengxun.registry.issuance.IssuanceNotOpen if the issuance was cancelled
     */
    @Transactional
    public Submission submit(Ordered ordered, OverdueStatement statement, Staff by) {
        Submission draft = workflow.seen(ordered, by);
        if (draft.issuanceId() == null && draft.stage() == Stage.DRAFT) {
            throw new AnswersNoIssuance(draft);
        }
        return workflow.move(draft, Act.SUBMIT, by, moved -> report(moved, Optional.ofNullable(statement), by));
    }

    /** Whether a draft can be submitted as its issuance is now; late, it takes a statement besides (T3, T6). */
    public static boolean isPossible(Submission draft, Issuance answered, LocalDate today) {
        return answered != null && draft.rowCount() <= answered.remaining() && !answered.isClosedOn(today);
    }

    private Map<String, String> report(Submission batch, Optional<OverdueStatement> statement, Staff by) {
        Instant now = clock.instant();
        Issuance issuance = issuances.reported(batch.issuanceId(), batch.rowCount(), batch.number(), now);
        LocalDate today = LegalTime.dayOf(now);
        if (issuance.isClosedOn(today)) {
            throw new PastLastDay(issuance);
        }
        boolean late = issuance.isLateOn(today);
        if (late) {
            attach(statement.orElse(OverdueStatement.NONE), batch, by);
        } else if (statement.isPresent()) {
            throw new StatementNotNeeded(issuance);
        }
        // It may have become late since it was uploaded: all its rows are of one day.
        submissions.countRows(batch.id(), batch.rowCount(), late ? batch.rowCount() : 0);
        return facts(batch, issuance, late);
    }

    private void attach(OverdueStatement statement, Submission batch, Staff by) {
        Instant now = clock.instant();
        FieldsRefused.throwIfAny("T6", statement.flaws(
                institutions.find(batch.institutionId()).orElseThrow(), LegalTime.dayOf(now)));
        statements.insert(batch.id(), statement, by.username(), now);
    }

    private static Map<String, String> facts(Submission batch, Issuance issuance, boolean late) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("issuance", issuance.number());
        facts.put("rows", String.valueOf(batch.rowCount()));
        facts.put("reported", String.valueOf(issuance.reportedCount()));
        facts.put("issued", String.valueOf(issuance.issuedCount()));
        facts.put("late", String.valueOf(late));
        return facts;
    }
}

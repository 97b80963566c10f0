package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.certificate.CertificateData;
import io.zhengxun.registry.certificate.ReturnedCertificates;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of returns, with their reasons, and what their corrections changed (R3). Names and ID numbers are shown in
 * full to the institution itself, and of a correction to the centre at whose desk it lies, each time on record; masked to
 * everybody else (Q6, W4).
 */
@Component
public class ReturnedRows {

    private final ReturnRowMapper mapper;
    private final Returns returns;
    private final Submissions submissions;
    private final ReturnedCertificates certificates;
    private final AuditTrail trail;

    ReturnedRows(
            ReturnRowMapper mapper,
            Returns returns,
            Submissions submissions,
            ReturnedCertificates certificates,
            AuditTrail trail) {
        this.mapper = mapper;
        this.returns = returns;
        this.submissions = submissions;
        this.certificates = certificates;
        this.trail = trail;
    }

    /**
     * @param rowNo in the batch that it was returned from
     * @param reason the catalogue's wording at the time of the return
     */
    public record Reason(int rowNo, String code, String reason, String remark) {}

    /** A returned row as it was. */
    public record Row(Reason reason, String number, CertificateData data) {}

    /**
     * A returned row beside its correction.
     *
     * @param fields empty while it is not corrected
     */
    public record Change(Reason reason, String number, List<Difference> fields) {

        public boolean isUnchanged() {
            return !fields.isEmpty() && fields.stream().noneMatch(Difference::changed);
        }
    }

    /**
     * @param inFull whether names and ID numbers may be shown as they are
     * @param next the row number after which the next page begins; null after the last
     */
    public record Page<T>(List<T> rows, boolean inFull, Integer next) {}

    /**
     * The rows of a return as they were, paged by key.
     *
     * @param after the row number of the last one seen; 0 for the first page
     * @throws Absent if there is no such return in the person's scope
     */
    @Transactional
    public Page<Row> rows(String number, int after, int limit, Staff by) {
        Return found = returns.visible(number, by.scope());
        boolean inFull = by.role() == Role.INSTITUTION_DATA_MANAGER;
        return page(found, new View(after, limit, inFull, by), (row, certificateNumber) ->
                new Row(reason(row), certificateNumber, certificates.open(row.before())));
    }

    /**
     * Why rows were returned, in their order: nothing of the holders (Q6). Whose return it is is the caller's to ask.
     *
     * @param after the row number of the last one seen; 0 for the first page
     */
    public List<Reason> reasons(Return found, int after, int limit) {
        return mapper.reasons(found.id(), after, limit);
    }

    /**
     * What the correction of a return changed, row by row, paged by key.
     *
     * @throws Absent if there is no such return in the person's scope
     */
    @Transactional
    public Page<Change> differences(String number, int after, int limit, Staff by) {
        Return found = returns.visible(number, by.scope());
        return changes(found, submissions.findAnswer(found.id()).orElse(null), new View(after, limit, false, by));
    }

    /**
     * What a batch changed that is a correction, row by row, paged by key.
     *
     * @throws Absent if there is no such batch in the person's scope
     * @throws NotACorrection if it is a first report
     */
    @Transactional
    public Page<Change> differencesOfBatch(String number, int after, int limit, Staff by) {
        Submission correction = submissions.visible(number, by.scope());
        if (correction.answersReturnId() == null) {
            throw new NotACorrection(number);
        }
        Return found = returns.find(correction.answersReturnId()).orElseThrow();
        return changes(found, correction, new View(after, limit, false, by));
    }

    private Page<Change> changes(Return found, Submission correction, View asked) {
        View view = new View(asked.after(), asked.limit(), mayRead(correction, asked.by().role()), asked.by());
        return page(found, view, (row, certificateNumber) ->
                new Change(reason(row), certificateNumber, fields(row, view.inFull())));
    }

    private List<Difference> fields(ReturnRowMapper.Row row, boolean inFull) {
        return row.isCorrected()
                ? Difference.between(certificates.open(row.before()), certificates.open(row.after()), inFull)
                : List.of();
    }

    /** Which part of a return is shown to whom. */
    private record View(int after, int limit, boolean inFull, Staff by) {}

    private <T> Page<T> page(Return found, View view, BiFunction<ReturnRowMapper.Row, String, T> shownAs) {
        List<ReturnRowMapper.Row> rows = mapper.page(found.id(), view.after(), view.limit() + 1);
        List<ReturnRowMapper.Row> shown = rows.subList(0, Math.min(view.limit(), rows.size()));
        Map<Long, String> numbers =
                certificates.numbers(shown.stream().map(row -> row.certificateId).toList());
        if (view.inFull() && !shown.isEmpty()) {
            record(found, shown, view.by());
        }
        return new Page<>(
                shown.stream().map(row -> shownAs.apply(row, numbers.get(row.certificateId))).toList(),
                view.inFull(),
                rows.size() > view.limit() ? shown.get(shown.size() - 1).rowNo : null);
    }

    private static Reason reason(ReturnRowMapper.Row row) {
        return new Reason(row.rowNo, row.reasonCode, row.reason, row.remark);
    }

    /** @param correction null while there is none */
    private static boolean mayRead(Submission correction, Role role) {
        return switch (role) {
            case INSTITUTION_DATA_MANAGER -> true;
            case CITY_DATA_MANAGER, CITY_LEAD -> correction != null && correction.desk() == Desk.CITY;
            case PROVINCE_REVIEWER, PROVINCE_LEAD -> correction != null && correction.desk() == Desk.PROVINCE;
            case AUDITOR, ADMINISTRATOR -> false;
        };
    }

    private void record(Return found, List<ReturnRowMapper.Row> shown, Staff by) {
        String rows = shown.get(0).rowNo + "-" + shown.get(shown.size() - 1).rowNo;
        trail.append(Deed.of(
                by.actor(), "ROWS_SHOWN", Deed.Subject.Kind.RETURN, found.number(), Map.of("rows", rows)));
    }
}

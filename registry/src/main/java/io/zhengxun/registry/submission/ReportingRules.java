package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Skill;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.Deadlines;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.issuance.Issuance;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Against what the rows of one batch are checked: who reports, what it may assess (C4), and the day of receipt. */
final class ReportingRules {

    private final Institution institution;
    private final FiledScope scope;
    private final LocalDate today;
    private final Deadlines deadlines;
    private final Issuance issuance;
    private final ReportedBefore before;
    /** A batch has few issue dates: each is calculated once. */
    private final Map<LocalDate, Limits> limits = new HashMap<>();

    private record Limits(LocalDate due, LocalDate last) {}

    /** @param deadlines null where neither D1 nor D8 applies: what is corrected was reported before */
    ReportingRules(Institution institution, FiledScope scope, LocalDate today, Deadlines deadlines) {
        this.institution = institution;
        this.scope = scope;
        this.today = today;
        this.deadlines = deadlines;
        this.issuance = null;
        this.before = ReportedBefore.NOTHING;
    }

    private ReportingRules(ReportingRules like, Issuance issuance, ReportedBefore before) {
        this.institution = like.institution;
        this.scope = like.scope;
        this.today = like.today;
        this.deadlines = like.deadlines;
        this.issuance = issuance;
        this.before = before;
    }

    /**
     * The same for rows that answer an issuance (T3): they agree with it, what was registered stays reportable (C4), and
     * D8 ends with its admission (T6).
     */
    ReportingRules answering(Issuance answered) {
        Skill registered = new Skill(answered.occupation(), answered.level());
        return new ReportingRules(this, answered, new ReportedBefore(Map.of(), registered));
    }

    /** The same for rows that were reported before. */
    ReportingRules after(ReportedBefore earlier) {
        return new ReportingRules(this, issuance, earlier);
    }

    /** The issuance that the rows answer, if they answer one. */
    Optional<Issuance> issuance() {
        return Optional.ofNullable(issuance);
    }

    Institution institution() {
        return institution;
    }

    boolean isOwnName(String text) {
        return levelled(text).equals(levelled(institution.name()));
    }

    /** Brackets of both widths and stray spaces do not make another institution. */
    private static String levelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    FiledScope scope() {
        return scope;
    }

    /** It was reported or registered when it was in the filed scope; what could not be read is null. */
    boolean stayedSo(CertificateNumber number, String occupation, Level level) {
        return before.allows(number, occupation, level);
    }

    boolean isFuture(LocalDate day) {
        return day.isAfter(today);
    }

    /** Reported later than D1 allows. */
    boolean isLate(LocalDate issueDate) {
        return deadlines != null && today.isAfter(of(issueDate).due());
    }

    /** Reported later than the hard limit D8, and not admitted (T6). */
    boolean isTooLate(LocalDate issueDate) {
        boolean admitted = issuance != null && issuance.isAdmitted() && issuance.issueDate().equals(issueDate);
        return !admitted && deadlines != null && today.isAfter(lastDay(issueDate));
    }

    /** The last day on which it could be reported (D8). */
    LocalDate lastDay(LocalDate issueDate) {
        return of(issueDate).last();
    }

    private Limits of(LocalDate issueDate) {
        return limits.computeIfAbsent(issueDate, day -> new Limits(
                deadlines.due(DeadlineRule.D1, day).dueDate(), deadlines.due(DeadlineRule.D8, day).dueDate()));
    }
}

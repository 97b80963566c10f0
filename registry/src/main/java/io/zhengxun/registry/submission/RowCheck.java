package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.CellText.flaw;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Flaw;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.IssueDate;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.refusal.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks one row by itself (C1–C4, D8): all its flaws at once (C6). What other rows say is {@link BatchCheck}'s. */
final class RowCheck {

    private static final int LONGEST_TEXT = 60;
    private static final int MOST_NAMED = 8;

    private final BatchRow row;
    private final ReportingRules rules;
    private final List<RowFlaw> flaws = new ArrayList<>(0);
    private final PersonName name;
    private final IdNumber idNumber;
    private final String occupation;
    private final String job;
    private final Level level;
    private final CertificateNumber number;
    private final LocalDate issueDate;

    RowCheck(BatchRow row, ReportingRules rules) {
        this.row = row;
        this.rules = rules;
        this.name = read(CertificateField.NAME, PersonName::read);
        this.idNumber = readIdNumber(read(CertificateField.ID_TYPE, IdType::read));
        this.occupation = read(CertificateField.OCCUPATION, RowCheck::text);
        this.job = read(CertificateField.JOB, RowCheck::text);
        this.level = read(CertificateField.LEVEL, Level::read);
        this.number = read(CertificateField.NUMBER, CertificateNumber::read);
        this.issueDate = read(CertificateField.ISSUE_DATE, IssueDate::read);
        read(CertificateField.INSTITUTION, this::ownName);
        checkScope();
        checkNumber();
        checkIssueDate();
    }

    int rowNo() {
        return row.rowNo();
    }

    /** The number, or null if it could not be read. */
    CertificateNumber number() {
        return number;
    }

    /** The occupation, or null if it could not be read. */
    String occupation() {
        return occupation;
    }

    /** The level, or null if it could not be read. */
    Level level() {
        return level;
    }

    /** The issue date, or null if it could not be read. */
    LocalDate issueDate() {
        return issueDate;
    }

    void add(CertificateField field, Flaw flaw) {
        flaws.add(new RowFlaw(row.rowNo(), field, new ShownCell(rules).of(field, CellText.of(row.cell(field))), flaw));
    }

    boolean isFaulty() {
        return !flaws.isEmpty();
    }

    /** In the order of the standard's fields. */
    List<RowFlaw> flaws() {
        return flaws.stream().sorted(Comparator.comparing(RowFlaw::field)).toList();
    }

    /** Later than D1, not later than D8 (T6). */
    boolean isLate() {
        return issueDate != null && rules.isLate(issueDate) && !rules.isTooLate(issueDate);
    }

    NewCertificate certificate() {
        return new NewCertificate(
                row.rowNo(), number, new Holder(name, idNumber), occupation, job, level, issueDate, Standing.VALID);
    }

    private <T> T read(CertificateField field, Function<String, Reading<T>> reader) {
        SheetCell cell = row.cell(field);
        Flaw unusable = CellText.flaw(field, cell).orElse(null);
        if (unusable != null) {
            add(field, unusable);
            return null;
        }
        String text = CellText.of(cell);
        if (text.isEmpty()) {
            add(field, flaw("C1", "cell.empty", field.header()));
            return null;
        }
        Reading<T> reading = reader.apply(text);
        reading.flaws().forEach(found -> add(field, found));
        return reading.accepted().orElse(null);
    }

    /** Without a readable type the number is checked as what it looks like, so that no flaw waits for the next try. */
    private IdNumber readIdNumber(IdType type) {
        return read(CertificateField.ID_NUMBER, text -> type == null ? IdNumber.read(text) : IdNumber.read(type, text));
    }

    private static Reading<String> text(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            return doubtful(flaw("C1", "text.length", String.valueOf(LONGEST_TEXT)));
        }
        return VisibleText.holdsLine(text)
                ? new Reading.Valid<>(text)
                : doubtful(flaw("C1", "text.line-break"));
    }

    private Reading<String> ownName(String text) {
        String own = rules.institution().name();
        return rules.isOwnName(text)
                ? new Reading.Valid<>(own)
                : doubtful(flaw("C1", "institution.name", own));
    }

    private static <T> Reading<T> doubtful(Flaw flaw) {
        return new Reading.Doubtful<>(List.of(flaw));
    }

    private void checkScope() {
        if (occupation == null || rules.stayedSo(number, occupation, level)) {
            return;
        }
        var filed = rules.scope().levelsOf(occupation);
        if (filed.isEmpty()) {
            add(CertificateField.OCCUPATION, flaw("C4", "scope.occupation", someOf(rules.scope().occupations())));
        } else if (level != null && !filed.contains(level)) {
            String levels = filed.stream().sorted().map(Level::label).collect(Collectors.joining("、"));
            add(CertificateField.LEVEL, flaw("C4", "scope.level", occupation, levels));
        }
    }

    private static String someOf(List<String> occupations) {
        String named = occupations.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        return occupations.size() > MOST_NAMED ? named + " 等 " + occupations.size() + " 个" : named;
    }

    /** Positions 1–13 are the institution's; 14–16 agree with date and level, as far as those could be read (C3). */
    private void checkNumber() {
        if (number == null) {
            return;
        }
        String prefix = rules.institution().numberPrefix();
        number.institutionPrefix()
                .filter(found -> !found.equals(prefix))
                .ifPresent(found -> add(CertificateField.NUMBER, flaw("C3", "number.prefix", prefix)));
        LocalDate day = issueDate != null ? issueDate : LocalDate.of(number.yearOfIssue().orElse(2000), 1, 1);
        Level compared = level != null ? level : number.level().orElseThrow();
        number.disagreements(day, compared).forEach(found -> add(CertificateField.NUMBER, found));
    }

    private void checkIssueDate() {
        if (issueDate == null) {
            return;
        }
        if (rules.isFuture(issueDate)) {
            add(CertificateField.ISSUE_DATE, flaw("C1", "date.future"));
        } else if (rules.isTooLate(issueDate)) {
            add(CertificateField.ISSUE_DATE, flaw("D8", "date.too-late", rules.lastDay(issueDate).toString()));
        }
        if (idNumber != null && idNumber.bornOn().filter(born -> !born.isBefore(issueDate)).isPresent()) {
            add(CertificateField.ID_NUMBER, flaw("C2", "id.born-after-issue"));
        }
    }
}

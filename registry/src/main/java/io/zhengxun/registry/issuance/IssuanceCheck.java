package io.zhengxun.registry.issuance;

import io.zhengxun.registry.certificate.IssueDate;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Reading;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.VisibleText;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks one form by itself: all its flaws at once. Issued past D8 is none: it may still be admitted (T6). */
final class IssuanceCheck {

    static final int LARGEST_COUNT = 100_000;

    private static final int LONGEST_PLAN_NO = 40;
    private static final int MOST_NAMED = 8;
    private static final Pattern COUNT = Pattern.compile("0*[1-9]\\d{0,5}");
    /** Certificate numbers hold two digits of the year (C3): an earlier one is a typing error. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final IssuanceForm form;
    private final FiledScope scope;
    private final LocalDate today;
    private final List<FieldFlaw> flaws = new ArrayList<>(0);
    private final String planNo;
    private final String occupation;
    private final Level level;
    private final Integer count;
    private final LocalDate issueDate;

    IssuanceCheck(IssuanceForm form, FiledScope scope, LocalDate today) {
        this.form = form;
        this.scope = scope;
        this.today = today;
        this.planNo = read(IssuanceField.PLAN_NO, this::planNo);
        this.occupation = read(IssuanceField.OCCUPATION, this::occupation);
        this.level = read(IssuanceField.LEVEL, this::level);
        this.count = read(IssuanceField.COUNT, this::count);
        this.issueDate = read(IssuanceField.ISSUE_DATE, this::issueDate);
    }

    List<FieldFlaw> flaws() {
        return flaws;
    }

    /** Null if it has flaws. */
    NewIssuance issuance() {
        return flaws.isEmpty() ? new NewIssuance(planNo, occupation, level, count, issueDate) : null;
    }

    private <T> T read(IssuanceField field, Function<String, T> reader) {
        if (form.unusable(field) != null) {
            flaws.add(form.unusable(field));
            return null;
        }
        String text = form.text(field);
        return text.isEmpty() ? flawed(field, "empty", field.header()) : reader.apply(text);
    }

    private <T> T flawed(IssuanceField field, String code, String... arguments) {
        flaws.add(FieldFlaw.of(field.key(), "issuance." + code, arguments));
        return null;
    }

    private String planNo(String text) {
        boolean plain = text.codePointCount(0, text.length()) <= LONGEST_PLAN_NO
                && VisibleText.holdsLine(text);
        return plain ? text : flawed(IssuanceField.PLAN_NO, "plan-no", String.valueOf(LONGEST_PLAN_NO));
    }

    private String occupation(String text) {
        return scope.levelsOf(text).isEmpty()
                ? flawed(IssuanceField.OCCUPATION, "occupation", someOf(scope.occupations()))
                : text;
    }

    private static String someOf(List<String> occupations) {
        String named = occupations.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        return occupations.size() > MOST_NAMED ? named + " 等 " + occupations.size() + " 个" : named;
    }

    /** Within the filed scope of the occupation, as far as that could be read (C4). */
    private Level level(String text) {
        Reading<Level> reading = Level.read(text);
        if (reading.accepted().isEmpty()) {
            return flawed(IssuanceField.LEVEL, "level", reading.flaws().get(0).arguments().toArray(String[]::new));
        }
        Level read = reading.accepted().get();
        Set<Level> filed = occupation == null ? Set.of(read) : scope.levelsOf(occupation);
        return filed.contains(read)
                ? read
                : flawed(IssuanceField.LEVEL, "level-not-filed", occupation,
                        filed.stream().sorted().map(Level::label).collect(Collectors.joining("、")));
    }

    private Integer count(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Integer read = COUNT.matcher(digits).matches() ? Integer.valueOf(digits) : null;
        return read != null && read <= LARGEST_COUNT
                ? read
                : flawed(IssuanceField.COUNT, "count", String.valueOf(LARGEST_COUNT));
    }

    private LocalDate issueDate(String text) {
        LocalDate read = IssueDate.read(text).accepted().orElse(null);
        if (read == null || read.isBefore(EARLIEST)) {
            return flawed(IssuanceField.ISSUE_DATE, "date");
        }
        return read.isAfter(today) ? flawed(IssuanceField.ISSUE_DATE, "date-future") : read;
    }
}

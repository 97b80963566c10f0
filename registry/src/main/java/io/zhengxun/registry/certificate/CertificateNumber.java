package io.zhengxun.registry.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A certificate number of Guangdong (C3): 22 upper-case characters, either one letter and 21 digits with a meaning
 * per position, or, for 特级技师, two letters and 20 digits. Unique for ever (C5).
 */
public record CertificateNumber(String value) {

    private static final int CENTURY = 2000;
    private static final int INSTITUTION_END = 13;
    private static final int YEAR_END = 15;
    private static final int SERIAL_START = 16;

    public CertificateNumber {
        if (!CertificateNumberRules.flaws(value).isEmpty() || !value.equals(TypedText.upperCase(value))) {
            // Without the value: a message may end in a log.
            throw new IllegalArgumentException("Not a certificate number by C3");
        }
    }

    /** Reads what people type: any case, full width, spaces and dashes accepted; the rest is named (C3a). */
    public static Reading<CertificateNumber> read(String raw) {
        String typed = TypedText.compact(raw);
        return Reading.of(
                CertificateNumberRules.flaws(typed), () -> new CertificateNumber(TypedText.upperCase(typed)));
    }

    /**
     * A number known to be right.
     *
     * @throws IllegalArgumentException if it is not; the message does not hold the value
     */
    public static CertificateNumber of(String value) {
        return new CertificateNumber(value);
    }

    /** Positions 1–13, which belong to the institution; empty for 特级技师, whose positions the rule does not name. */
    public Optional<String> institutionPrefix() {
        return isSpecialGrade() ? Optional.empty() : Optional.of(value.substring(0, INSTITUTION_END));
    }

    /** Year by positions 14–15, in full; empty for 特级技师. */
    public OptionalInt yearOfIssue() {
        return isSpecialGrade()
                ? OptionalInt.empty()
                : OptionalInt.of(CENTURY + Integer.parseInt(value, INSTITUTION_END, YEAR_END, 10));
    }

    /** Level by position 16, or 特级技师 by its own form. */
    public Optional<Level> level() {
        return isSpecialGrade() ? Optional.of(Level.SPECIAL_GRADE_TECHNICIAN) : Level.ofCode(value.charAt(YEAR_END));
    }

    /**
     * Where the number contradicts the rest of its row (C3: positions 14–15 and 16 agree with issue date and level).
     * 学徒工 and 首席技师 have no code, so that position 16 says nothing about them.
     */
    public List<Flaw> disagreements(LocalDate issueDate, Level level) {
        List<Flaw> flaws = new ArrayList<>(2);
        yearOfIssue().ifPresent(year -> {
            if (year != issueDate.getYear()) {
                flaws.add(Flaw.of("C3", "number.year", "%02d".formatted(issueDate.getYear() % 100)));
            }
        });
        levelDisagreement(level).ifPresent(flaws::add);
        return List.copyOf(flaws);
    }

    private Optional<Flaw> levelDisagreement(Level level) {
        if (isSpecialGrade() || level == Level.SPECIAL_GRADE_TECHNICIAN) {
            return isSpecialGrade() && level == Level.SPECIAL_GRADE_TECHNICIAN
                    ? Optional.empty()
                    : Optional.of(Flaw.of("C3", "number.special-grade"));
        }
        return level.code()
                .filter(code -> code.charAt(0) != value.charAt(YEAR_END))
                .map(code -> Flaw.of("C3", "number.level-differs", level.label(), code));
    }

    /** Without the serial, positions 17–22: for the trail (Q6). */
    public String masked() {
        return value.substring(0, SERIAL_START) + "*".repeat(value.length() - SERIAL_START);
    }

    private boolean isSpecialGrade() {
        return TypedText.isLetter(value.charAt(1));
    }

    @Override
    public String toString() {
        return value;
    }
}

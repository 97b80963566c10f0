package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.privacy.Masking;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a report may show of a cell (Q3), and what is stored of it (Q6). Columns get shifted: a name or an ID number may
 * stand in any of them, so only what is known to be nobody's is shown whole, and all else is masked.
 */
final class ShownCell {

    private static final int LONGEST = 40;
    private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}_'\u2018]+");
    /** One letter and 21 digits, or two and 20 (C3), with some digits missing, too many, or mistyped as letters. */
    private static final Pattern CERTIFICATE_NUMBER = Pattern.compile("([YSys]|[A-Za-z]{2})[0-9A-Za-z]{17,24}");
    private static final int SHORTEST_NUMBER = 19;
    private static final int LONGEST_NUMBER = 25;
    private static final int MOST_LETTERS = 4;
    /** The region and the date of birth that stand in an ID number. */
    private static final Pattern BIRTH = Pattern.compile("\\d{6}(19|20)\\d{2}(0[1-9]|1[0-2])\\d{2}");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}(0\\d|1\\d)[0-3]\\d"
            + "|\\d{4}[-/.年]\\d{1,2}([-/.月](\\d{1,2}日?)?)?([ T][0-9:.]{1,12})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z*]*[0-9][0-9A-Za-z*]*");
    private static final String NO_JOB = "无";

    private final ReportingRules rules;

    ShownCell(ReportingRules rules) {
        this.rules = rules;
    }

    String of(CertificateField field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        String shown = isNobodys(field, text) ? text : masked(text);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    private boolean isNobodys(CertificateField field, String text) {
        return switch (field) {
            case NAME, ID_NUMBER -> false;
            case ID_TYPE -> IdType.read(text).accepted().isPresent();
            case OCCUPATION -> isFiled(text);
            case JOB -> text.equals(NO_JOB) || isFiled(text);
            case LEVEL -> Level.read(text).accepted().isPresent();
            case NUMBER -> isCertificateNumber(compact(text));
            case ISSUE_DATE -> DATE.matcher(normalised(text)).matches();
            case INSTITUTION -> rules.isOwnName(text);
        };
    }

    private boolean isFiled(String text) {
        return !rules.scope().levelsOf(text).isEmpty();
    }

    private static boolean isCertificateNumber(String compact) {
        return compact.length() >= SHORTEST_NUMBER
                && compact.length() <= LONGEST_NUMBER
                && CERTIFICATE_NUMBER.matcher(compact).matches()
                && compact.chars().filter(Character::isLetter).count() <= MOST_LETTERS
                && !BIRTH.matcher(compact).find();
    }

    /** Spaces and dashes neither make a name of an ID number nor hide its digits. */
    private static String masked(String text) {
        String compact = compact(text);
        return CODE.matcher(compact).matches() ? Masking.id(compact) : Masking.name(compact);
    }

    private static String compact(String text) {
        return LEFT_OUT.matcher(normalised(text)).replaceAll("");
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}

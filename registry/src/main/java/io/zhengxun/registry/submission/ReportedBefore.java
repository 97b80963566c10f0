package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Skill;
import java.util.Map;

/**
 * What the rows of a sheet were before: it may stand there again, also where the filed scope was narrowed since, for a
 * change of the scope has no effect on what was reported (C4, R2).
 *
 * @param rows by certificate number
 * @param registered with the issuance that the rows answer (T3); null if there is none
 */
public record ReportedBefore(Map<String, Skill> rows, Skill registered) {

    static final ReportedBefore NOTHING = new ReportedBefore(Map.of(), null);

    /**
     * @param number null if it could not be read
     * @param level null if it could not be read; then the occupation decides
     */
    boolean allows(CertificateNumber number, String occupation, Level level) {
        return isSame(registered, occupation, level)
                || number != null && isSame(rows.get(number.value()), occupation, level);
    }

    private static boolean isSame(Skill before, String occupation, Level level) {
        return before != null
                && before.occupation().equals(occupation)
                && (level == null || before.level() == level);
    }
}

package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.CertificateData;
import io.zhengxun.registry.submission.CertificateField;
import java.util.List;

/**
 * One field of a returned row and of its correction (R3).
 *
 * @param before as it is shown: masked where the viewer may not read it
 * @param after as it is shown
 * @param changed whether the values differ, also where their masks do not
 */
public record Difference(CertificateField field, String before, String after, boolean changed) {

    /**
     * Field by field, in the standard order; the number, which is the key, and the institution never change.
     *
     * @param inFull whether names and ID numbers are shown as they are
     */
    static List<Difference> between(CertificateData before, CertificateData after, boolean inFull) {
        return List.of(
                new Difference(CertificateField.NAME, before.shownName(inFull), after.shownName(inFull),
                        !before.holder().name().equals(after.holder().name())),
                of(CertificateField.ID_TYPE, before.idType().label(), after.idType().label()),
                new Difference(CertificateField.ID_NUMBER, before.shownIdNumber(inFull), after.shownIdNumber(inFull),
                        !idNumber(before).equals(idNumber(after))),
                of(CertificateField.OCCUPATION, before.occupation(), after.occupation()),
                of(CertificateField.JOB, before.job(), after.job()),
                of(CertificateField.LEVEL, before.level().label(), after.level().label()),
                of(CertificateField.ISSUE_DATE, before.issueDate().toString(), after.issueDate().toString()));
    }

    /** Of whatever type: the type is a field of its own. */
    private static String idNumber(CertificateData data) {
        return data.holder().idNumber().canonical();
    }

    private static Difference of(CertificateField field, String before, String after) {
        return new Difference(field, before, after, !before.equals(after));
    }
}

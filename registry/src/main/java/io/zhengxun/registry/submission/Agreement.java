package io.zhengxun.registry.submission;

import static io.zhengxun.registry.submission.CellText.flaw;

import io.zhengxun.registry.issuance.Issuance;

/** Whether the rows of a batch are what was registered: occupation, level, issue date, and no more of them (T3). */
final class Agreement {

    private final Issuance issuance;
    private int rows;

    Agreement(Issuance issuance) {
        this.issuance = issuance;
    }

    /** What of a row could not be read has its own flaw. */
    void check(RowCheck row) {
        String number = issuance.number();
        if (row.occupation() != null && !row.occupation().equals(issuance.occupation())) {
            row.add(CertificateField.OCCUPATION, flaw("T3", "issuance.occupation", number, issuance.occupation()));
        }
        if (row.level() != null && row.level() != issuance.level()) {
            row.add(CertificateField.LEVEL, flaw("T3", "issuance.level", number, issuance.level().label()));
        }
        if (row.issueDate() != null && !row.issueDate().equals(issuance.issueDate())) {
            row.add(CertificateField.ISSUE_DATE, flaw("T3", "issuance.date", number, issuance.issueDate().toString()));
        }
        if (++rows > issuance.remaining()) {
            row.add(CertificateField.NUMBER, flaw("T3", "issuance.count", number, String.valueOf(issuance.remaining())));
        }
    }
}

package io.zhengxun.registry.submission;

import io.zhengxun.registry.certificate.SealedCertificates;

/** What a handed-in sheet is for, other than a report: which numbers it holds, and what becomes of its rows. */
public interface SheetPurpose {

    /** For one reading of the sheet, within the transaction that stores it or before. */
    NumberRule numbers();

    /** What the sheet's rows were before, for one reading of the sheet. */
    ReportedBefore before();

    /**
     * Stores the sheet's rows, within a transaction that is undone if one of them turns out to be faulty.
     *
     * @param digest of the file (SHA-256)
     * @return the batch that it became
     */
    Submission store(CheckedRows rows, byte[] digest);

    /** The rows of a sheet, as they are checked. */
    interface CheckedRows {

        /** The next rows, or null after the last. */
        SealedCertificates next();

        /** How many there were. */
        int count();
    }
}

package io.zhengxun.registry.complaint;

import java.time.LocalDate;
import java.util.List;

/**
 * A complaint with all that its viewer may read of it.
 *
 * @param pictures that the holder sent; of an institution and an auditor none
 * @param contact a telephone number; empty for none
 * @param statementDueOn by when the institution is to state its view; null if it owes nothing
 */
public record ComplaintFile(
        Complaint complaint,
        List<ComplaintEntry> entries,
        List<ComplaintPicture> pictures,
        String contact,
        LocalDate statementDueOn) {

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ComplaintFile[" + complaint.number() + "]";
    }
}

package io.zhengxun.registry.complaint;

import java.util.List;

/**
 * A complaint with all that its viewer may read of it.
 *
 * @param pictures the platform's media ids
 * @param contact a telephone number; empty for none
 */
public record ComplaintFile(Complaint complaint, List<ComplaintEntry> entries, List<String> pictures, String contact) {

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ComplaintFile[" + complaint.number() + "]";
    }
}

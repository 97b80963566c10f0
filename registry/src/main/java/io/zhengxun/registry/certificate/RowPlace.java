package io.zhengxun.registry.certificate;

import java.time.LocalDate;

/**
 * A certificate as a row of its batch.
 *
 * @param returnId the open return in which it lies, or null (R2)
 * @param publishedOn null while it is not published (R4)
 */
public record RowPlace(long certificateId, int rowNo, Long returnId, LocalDate publishedOn) {

    /** Whether it travels with its batch, and may go back. */
    public boolean isUnderWay() {
        return returnId == null && publishedOn == null;
    }
}

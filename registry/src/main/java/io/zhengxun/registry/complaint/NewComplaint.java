package io.zhengxun.registry.complaint;

import java.util.List;

/**
 * What a holder files.
 *
 * @param pictures the platform's media ids; at most {@link #MOST_PICTURES}
 * @param contact a telephone number; empty for none
 * @param institutionId about which; null if unknown
 * @param key the same when the same thing is confirmed again: it is filed once
 */
public record NewComplaint(
        ComplaintCategory category,
        ComplaintText text,
        List<String> pictures,
        String contact,
        Long institutionId,
        String key) {

    public static final int MOST_PICTURES = 3;

    public NewComplaint {
        pictures = List.copyOf(pictures);
        if (pictures.size() > MOST_PICTURES) {
            throw new IllegalArgumentException("A complaint has at most " + MOST_PICTURES + " pictures.");
        }
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "NewComplaint[" + category + "]";
    }
}

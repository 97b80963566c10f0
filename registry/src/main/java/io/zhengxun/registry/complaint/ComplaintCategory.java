package io.zhengxun.registry.complaint;

/** What a holder complains about (X1). Chinese labels are the messages {@code complaint.category.<name>}. */
public enum ComplaintCategory {
    /** It takes too long. */
    PROGRESS,
    /** The certificate's data is wrong. */
    DATA,
    /** How an institution behaves. */
    CONDUCT,
    FEES,
    OTHER
}

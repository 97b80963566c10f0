package io.zhengxun.registry.complaint;

/** What can be done with a complaint (X1). Chinese labels are the messages {@code complaint.act.<name>}. */
public enum ComplaintAct {
    /** Somebody of the centre takes it, or is given it. */
    ASSIGN,
    /** The centre asks the institution for a statement. */
    ASK,
    /** The institution gives it. */
    STATE,
    /** The centre answers the holder. */
    ANSWER,
    CLOSE,
    /** By the holder. */
    REOPEN
}
